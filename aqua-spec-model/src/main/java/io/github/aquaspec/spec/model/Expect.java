package io.github.aquaspec.spec.model;

import java.util.List;
import java.util.Optional;

/**
 * What a query's result must be.
 *
 * @param load whether the whole or a part is expected
 * @param minRecords fewest records, header not counted
 * @param maxRecords most records, header not counted
 * @param recordCount whether the count that Zuora announces must be met; exact unless said otherwise
 * @param columns the names in the file's header, as a set; absent means any
 * @param notNull columns in which no cell may be empty
 * @param unique columns in which no value may stand twice
 */
public record Expect(
        Optional<Load> load,
        Optional<Long> minRecords,
        Optional<Long> maxRecords,
        Optional<RecordCount> recordCount,
        Optional<List<String>> columns,
        List<String> notNull,
        List<String> unique) {

    /** Whether a batch holds everything or what changed. */
    public enum Load {
        FULL,
        INCREMENTAL,
        ANY
    }

    /** What to do with the count that Zuora announces. */
    public enum RecordCount {
        EXACT,
        IGNORE
    }

    /** Nothing in particular. */
    public static final Expect NOTHING = new Expect(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public Expect {
        columns = columns.map(List::copyOf);
        notNull = List.copyOf(notNull);
        unique = List.copyOf(unique);
    }
}
