package io.github.aquaspec.run.check;

import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Secrets;
import io.github.aquaspec.spec.model.Param;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Warns of queries that join a window that is under way: of what was there before they get nothing. */
public final class NewToWindow {

    private static final Pattern PLAIN = Pattern.compile("[\\w.,:/@%+=-]*");

    private NewToWindow() {}

    /** A warning for each query of a plan that was not part of what was published last. */
    public static Verdict verdict(JobPlan plan) {
        Findings findings = new Findings(plan);
        plan.window()
                .ifPresent(window -> window.newcomers()
                        .forEach(query -> findings.add(
                                of(plan, window, query), plan.spec().queries().get(query))));
        return findings.verdict();
    }

    private static Diagnostic of(JobPlan plan, WindowPlan window, int query) {
        return Diagnostic.of(
                        StateCode.NEW_TO_WINDOW,
                        "the query of `" + plan.dataFile(query)
                                + "` is not one of those published last, and the window begins at "
                                + window.range().from())
                .at(plan.at(query, "query"))
                .fix("to have its older records too, extract them once, into a folder of their own, with -Daqua.select="
                        + plan.id()
                        + " -Daqua.window.from="
                        + plan.spec().window().orElseThrow().initial() + " -Daqua.window.to="
                        + window.before().orElseThrow().watermark()
                        + " -Daqua.outputDirectory=target/aqua-again"
                        + params(plan, window));
    }

    /** The same values make the same queries. One that may be a secret is left for the reader to fill in. */
    private static String params(JobPlan plan, WindowPlan window) {
        return plan.spec().params().stream()
                .map(Param::name)
                .filter(window.params()::containsKey)
                .map(name -> " -Daqua.param." + name + "="
                        + (Secrets.isSecretName(name)
                                ? "…"
                                : quoted(window.params().get(name))))
                .collect(Collectors.joining());
    }

    /** As a shell takes it. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
