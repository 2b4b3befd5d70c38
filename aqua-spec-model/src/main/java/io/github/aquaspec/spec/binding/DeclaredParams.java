package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import io.github.aquaspec.spec.model.Param;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.text.MappingNode;
import io.github.aquaspec.spec.text.Node;
import io.github.aquaspec.spec.text.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The parameters that a manifest declares, with what the build gives for them. */
final class DeclaredParams {

    /**
     * A parameter with its value.
     *
     * @param type empty when it, or a value of it, cannot be read
     * @param value empty when nobody gives one
     */
    record Declared(Optional<Param.Type> type, Optional<TypedText> value) {}

    private final Map<String, Declared> params = new LinkedHashMap<>();

    /** Reads the mapping under {@code params}; what is wrong with its shape is told when it is bound. */
    DeclaredParams(MappingNode declarations, Lookup lookup, Consumer<Diagnostic> findings) {
        for (MappingNode.Member member : declarations.members()) {
            Optional<Param> param = ParamShape.one(member.key()).read(member.value(), shapeIsToldLater -> {});
            params.put(
                    member.key(),
                    param.map(p -> declared(p, member, lookup, findings))
                            .orElse(new Declared(Optional.empty(), Optional.empty())));
        }
    }

    Optional<Declared> find(String name) {
        return Optional.ofNullable(params.get(name));
    }

    Set<String> names() {
        return params.keySet();
    }

    private static Declared declared(
            Param param, MappingNode.Member member, Lookup lookup, Consumer<Diagnostic> findings) {
        Optional<String> given = lookup.param(param.name());
        Optional<TypedText> value = given.or(param::defaultValue).flatMap(raw -> TypedText.of(param.type(), raw));
        boolean defaultFits = param.defaultValue()
                .map(raw -> TypedText.of(param.type(), raw).isPresent())
                .orElse(true);
        if (!defaultFits) {
            findings.accept(
                    misfit("the default of \"" + param.name() + "\"", param).at(defaultOf(member)));
        }
        boolean givenFits = given.isEmpty() || value.isPresent();
        if (!givenFits) {
            findings.accept(misfit("what the build gives for \"" + param.name() + "\"", param)
                    .at(member.keySpan()));
        }
        boolean fits = defaultFits && givenFits;
        return new Declared(Optional.of(param.type()).filter(type -> fits), value);
    }

    private static Diagnostic misfit(String what, Param param) {
        return Diagnostic.of(KeyCode.NOT_OF_TYPE, what + " is " + TypedText.not(param.type()))
                .fix("write " + TypedText.wanted(param.type()));
    }

    private static Span defaultOf(MappingNode.Member member) {
        return ((MappingNode) member.value())
                .member("default")
                .map(MappingNode.Member::value)
                .filter(ScalarNode.class::isInstance)
                .map(Node::span)
                .orElse(member.keySpan());
    }
}
