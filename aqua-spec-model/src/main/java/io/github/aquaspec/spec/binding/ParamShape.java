package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Param;
import java.util.List;
import java.util.Optional;

/** The keys of {@code params}: any name, with a type and a default. */
final class ParamShape {

    static final Reader<List<Param>> READER =
            Readers.object("a mapping of parameters", "{\"currency\": {\"type\": \"text\"}}", ParamShape::all);

    private ParamShape() {}

    private static Optional<List<Param>> all(Members params) {
        return Optional.of(params.each(ParamShape::one));
    }

    static Reader<Param> one(String name) {
        return Readers.object("a mapping with type and default", "{\"type\": \"text\"}", param -> of(name, param));
    }

    private static Optional<Param> of(String name, Members param) {
        Optional<Param.Type> type = param.required("type", Scalars.word(Words.of(Param.Type.values())));
        Optional<String> defaultValue = param.optional("default", Scalars.anyText());
        return type.map(t -> new Param(name, t, defaultValue));
    }
}
