package io.github.aquaspec.spec.model;

import java.util.Optional;

/**
 * The request for deleted records in a query.
 *
 * @param column name of the extra column
 * @param format what stands in it
 * @param forceExport needed in stateless mode
 */
public record Deleted(String column, Optional<Flag> format, Optional<Boolean> forceExport) {

    /** What marks a deleted record. Zuora compares the word with its case. */
    public enum Flag {
        /** {@code 0} and {@code 1}. */
        NUMERIC("Numeric"),
        /** {@code false} and {@code true}. */
        BOOLEAN("Boolean");

        private final String word;

        Flag(String word) {
            this.word = word;
        }

        /** The word AQuA uses in a request. */
        public String word() {
            return word;
        }
    }

    public Deleted {
        if (column.isBlank()) {
            throw new IllegalArgumentException("a deleted column has a name");
        }
    }
}
