package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.Param;
import io.github.aquaspec.spec.model.WindowSlot;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the value of each placeholder, says why where there is none, and remembers what was asked for. */
final class Resolution {

    private static final String ESCAPE = "; where the characters are meant, write $$ for $";
    private static final List<String> PROJECT_KEYS = List.of("groupId", "artifactId", "version");

    private final Lookup lookup;
    private final DeclaredParams params;
    private final boolean hasWindow;
    private final Consumer<Diagnostic> findings;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> toldUnset = new HashSet<>();

    Resolution(Lookup lookup, DeclaredParams params, boolean hasWindow, Consumer<Diagnostic> findings) {
        this.lookup = lookup;
        this.params = params;
        this.hasWindow = hasWindow;
        this.findings = findings;
    }

    /** Whether a placeholder asked for this param. */
    boolean isParamUsed(String name) {
        return asked.contains("param." + name);
    }

    /** Whether a placeholder asked for an end of the window. */
    boolean isWindowUsed() {
        return asked.contains("window.from") || asked.contains("window.to");
    }

    Resolved of(Mark.Placeholder placeholder, Span span) {
        asked.add(placeholder.name());
        if (!placeholder.isClosed()) {
            return unknown("this placeholder is not closed", "write } behind its name" + ESCAPE, span);
        }
        if (placeholder.holdsAnother()) {
            return unknown("a placeholder cannot stand in another", "write the inner value itself", span);
        }
        Optional<String> param = placeholder.behind("param");
        if (param.isPresent()) {
            return param(param.get(), placeholder, span);
        }
        Optional<String> window = placeholder.behind("window");
        if (window.isPresent()) {
            return window(window.get(), placeholder, span);
        }
        Optional<String> variable = placeholder.behind("env");
        if (variable.isPresent()) {
            return env(variable.get(), placeholder, span);
        }
        Optional<String> key = placeholder.behind("project");
        if (key.isPresent() && PROJECT_KEYS.contains(key.get())) {
            return text(lookup.project(key.get()), placeholder, span);
        }
        if (lookup.properties().contains(placeholder.name())) {
            return text(lookup.property(placeholder.name()), placeholder, span);
        }
        return unknown(
                placeholder,
                Expansion.ZUORAS.contains(placeholder.written())
                        ? "only notifyUrl has " + placeholder.written()
                        : "declare it under params, or in the <properties> of the POM",
                span);
    }

    private Resolved param(String name, Mark.Placeholder placeholder, Span span) {
        Optional<DeclaredParams.Declared> declared = params.find(name);
        if (declared.isEmpty()) {
            return unknown(placeholder, "declare it: params: {" + name + ": {type: text}}", span);
        }
        if (declared.get().type().isEmpty()) {
            return new Resolved.Refused();
        }
        return value(declared.get().type().get(), declared.get().value(), placeholder, span);
    }

    private Resolved window(String edge, Mark.Placeholder placeholder, Span span) {
        if (!edge.equals("from") && !edge.equals("to")) {
            return unknown(placeholder, "write ${window.from} or ${window.to}", span);
        }
        if (placeholder.fallback().isPresent() || placeholder.message().isPresent()) {
            return unknown("the window has an end in every run", "write ${window." + edge + "}", span);
        }
        if (!hasWindow) {
            findings.accept(Diagnostic.of(JobCode.NO_WINDOW, "there is no window in this manifest")
                    .at(span)
                    .fix("add window: {initial: \"2020-01-01T00:00:00Z\"} to the job"));
            return new Resolved.Refused();
        }
        return new Resolved.Open(edge.equals("from") ? WindowSlot.Edge.FROM : WindowSlot.Edge.TO);
    }

    private Resolved env(String variable, Mark.Placeholder placeholder, Span span) {
        if (!lookup.mayRead(variable)) {
            findings.accept(Diagnostic.of(
                            KeyCode.ENV_NOT_READABLE, "manifests may not read the variable " + Quoted.of(variable))
                    .at(span)
                    .fix("rename it to AQUA_…, or allow it with -Daqua.env=AQUA_*," + variable));
            return new Resolved.Refused();
        }
        return text(lookup.env(variable), placeholder, span);
    }

    private Resolved text(Optional<String> raw, Mark.Placeholder placeholder, Span span) {
        Optional<TypedText> value = raw.flatMap(r -> TypedText.of(Param.Type.TEXT, r));
        return raw.isPresent() && value.isEmpty()
                ? misfit("the value", Param.Type.TEXT, span)
                : value(Param.Type.TEXT, value, placeholder, span);
    }

    private Resolved value(Param.Type type, Optional<TypedText> value, Mark.Placeholder placeholder, Span span) {
        Optional<TypedText> found =
                value.filter(v -> !v.text().isEmpty() || placeholder.fallback().isEmpty());
        if (found.isPresent()) {
            return new Resolved.Given(found.get());
        }
        if (placeholder.fallback().isPresent()) {
            return TypedText.of(type, placeholder.fallback().get())
                    .<Resolved>map(Resolved.Given::new)
                    .orElseGet(() -> misfit("what stands behind :-", type, span));
        }
        if (toldUnset.add(placeholder.name())) {
            findings.accept(unset(placeholder).at(span));
        }
        return new Resolved.Unset(type);
    }

    private Diagnostic unset(Mark.Placeholder placeholder) {
        String what = placeholder.name() + " is not set"
                + placeholder.message().map(m -> ": " + m).orElse("");
        Diagnostic finding = Diagnostic.of(KeyCode.NOT_SET, what)
                .fix(placeholder
                        .behind("param")
                        .map(name -> "give it with -Daqua.param." + name + "=…, or give it a default")
                        .orElse("set it, or write a value to fall back on: ${" + placeholder.name() + ":-…}"));
        return lookup.unsetIsError() ? finding.severity(Severity.ERROR) : finding;
    }

    private Resolved misfit(String what, Param.Type type, Span span) {
        findings.accept(Diagnostic.of(KeyCode.NOT_OF_TYPE, what + " is " + TypedText.not(type))
                .at(span)
                .fix("write " + TypedText.wanted(type)));
        return new Resolved.Refused();
    }

    private Resolved unknown(Mark.Placeholder placeholder, String otherwise, Span span) {
        String fix = NearNames.nearest(placeholder.name(), names())
                .map(near -> "did you mean ${" + near + "}?")
                .orElse(otherwise + ESCAPE);
        return unknown("there is no value " + Quoted.of(placeholder.name()), fix, span);
    }

    private Resolved unknown(String what, String fix, Span span) {
        findings.accept(
                Diagnostic.of(KeyCode.UNKNOWN_PLACEHOLDER, what).at(span).fix(fix));
        return new Resolved.Refused();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        params.names().forEach(name -> names.add("param." + name));
        PROJECT_KEYS.forEach(key -> names.add("project." + key));
        names.addAll(List.of("window.from", "window.to"));
        names.addAll(lookup.properties());
        return names;
    }
}
