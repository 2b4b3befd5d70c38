package io.github.aquaspec.spec.zoql;

/**
 * {@code limit 100}, or {@code limit 50,100}: 100 rows behind the first 50 (Zuora documentation, Export ZOQL: clauses).
 *
 * @param range from {@code limit} on
 * @param offset rows that are left out first, 0 unless written
 * @param count the most rows
 */
public record Limit(Range range, long offset, long count) {

    public Limit {
        if (offset < 0 || count < 0) {
            throw new IllegalArgumentException("no limit " + offset + "," + count);
        }
    }
}
