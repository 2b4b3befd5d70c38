package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Output;
import java.util.Optional;

/** The keys of {@code output}. */
final class OutputShape {

    static final Reader<Output> READER =
            Readers.object("a mapping with the layout of the output", "{\"layout\": \"replace\"}", OutputShape::of);

    private static final Reader<Output.PgpIntegrity> PGP = Readers.object(
            "a mapping with integrity",
            "{\"integrity\": \"required\"}",
            pgp -> pgp.optional("integrity", word(Output.PgpIntegrity.values())));

    private OutputShape() {}

    private static Optional<Output> of(Members output) {
        return Optional.of(new Output(
                output.optional("compression", word(Output.Compression.values()))
                        .orElse(Output.DEFAULT.compression()),
                output.optional("segments", word(Output.Segments.values())).orElse(Output.DEFAULT.segments()),
                output.optional("layout", word(Output.Layout.values())).orElse(Output.DEFAULT.layout()),
                output.optional("pgp", PGP).orElse(Output.DEFAULT.pgpIntegrity())));
    }

    private static <E extends Enum<E>> Reader<E> word(E[] values) {
        return Scalars.word(Words.of(values));
    }
}
