package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Param;
import io.github.aquaspec.spec.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The keys of {@code params}: any name, with a type and a default. */
final class ParamShape {

    static final Reader<List<Param>> READER =
            Readers.object("a mapping of parameters", "{\"currency\": {\"type\": \"text\"}}", ParamShape::all);

    private ParamShape() {}

    private static Optional<List<Param>> all(Members params) {
        List<Param> all = new ArrayList<>();
        for (String name : params.names()) {
            params.required(name, one(name)).ifPresent(all::add);
        }
        return Optional.of(all);
    }

    static Reader<Param> one(String name) {
        return (Node node, Consumer<Diagnostic> findings) -> Readers.object(
                        "a mapping with type and default", "{\"type\": \"text\"}", param -> of(name, param))
                .read(node, findings);
    }

    private static Optional<Param> of(String name, Members param) {
        Optional<Param.Type> type = param.required("type", Scalars.word(Words.of(Param.Type.values())));
        Optional<String> defaultValue = param.optional("default", Scalars.anyText());
        return type.map(t -> new Param(name, t, defaultValue));
    }
}
