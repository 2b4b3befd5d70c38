package io.github.aquaspec.spec.binding;

import io.github.aquaspec.spec.model.Expect;
import java.util.List;
import java.util.Optional;

/** The keys of {@code expect}. */
final class ExpectShape {

    private static final String EXAMPLE = "{\"load\": \"full\", \"records\": {\"min\": 1}}";

    static final Reader<Both> READER = Readers.object("a mapping of expectations", EXAMPLE, ExpectShape::both);

    private static final Reader<Expect> WARN =
            Readers.object("a mapping of expectations", EXAMPLE, warn -> Optional.of(expect(warn)));

    private static final Reader<Range> RECORDS =
            Readers.object("a mapping with min and max", "{\"min\": 1}", ExpectShape::range);

    private static final Reader<List<String>> NAMES = Readers.list("a list of column names", Scalars.text());

    private ExpectShape() {}

    /** What must hold, and what should. */
    record Both(Expect must, Expect should) {}

    private record Range(Optional<Long> min, Optional<Long> max) {}

    private static Optional<Both> both(Members expect) {
        Expect must = expect(expect);
        return Optional.of(new Both(must, expect.optional("warn", WARN).orElse(Expect.NOTHING)));
    }

    private static Expect expect(Members expect) {
        Optional<Range> records = expect.optional("records", RECORDS);
        return new Expect(
                expect.optional("load", Scalars.word(Words.of(Expect.Load.values()))),
                records.flatMap(Range::min),
                records.flatMap(Range::max),
                expect.optional("recordCount", Scalars.word(Words.of(Expect.RecordCount.values()))),
                expect.optional("columns", NAMES),
                expect.list("notNull", NAMES),
                expect.list("unique", NAMES));
    }

    private static Optional<Range> range(Members records) {
        return Optional.of(new Range(
                records.optional("min", Scalars.number(0, Long.MAX_VALUE, "")),
                records.optional("max", Scalars.number(0, Long.MAX_VALUE, ""))));
    }
}
