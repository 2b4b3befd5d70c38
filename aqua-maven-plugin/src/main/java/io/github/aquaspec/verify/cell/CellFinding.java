package io.github.aquaspec.verify.cell;

import java.util.List;

/** What does not hold of a column. */
public sealed interface CellFinding {

    /** How many records are named at most. */
    int NAMED = 3;

    /** The column that was looked at. */
    String column();

    /**
     * The files have no such column.
     *
     * @param column that was looked for
     */
    record Missing(String column) implements CellFinding {}

    /**
     * Cells without a value.
     *
     * @param column in which they stand
     * @param count how many
     * @param first the first of them, at most {@link #NAMED}
     */
    record Empty(String column, long count, List<FoundRecord> first) implements CellFinding {

        public Empty {
            first = List.copyOf(first);
        }
    }

    /**
     * Times outside the range that was asked for.
     *
     * @param column in which they stand
     * @param count how many
     * @param first the first of them, at most {@link #NAMED}
     */
    record Outside(String column, long count, List<FoundRecord> first) implements CellFinding {

        public Outside {
            first = List.copyOf(first);
        }
    }

    /**
     * Values that stand in more than one record.
     *
     * @param column in which they stand
     * @param count how many records hold a value that an earlier one holds
     * @param first the first of them, at most {@link #NAMED}
     */
    record Repeated(String column, long count, List<Repeat> first) implements CellFinding {

        public Repeated {
            first = List.copyOf(first);
        }
    }

    /**
     * One value in two records.
     *
     * @param value what both hold; the hash of a long one
     * @param earlier the first that holds it, its key left out
     * @param later one that holds it again, its key left out
     */
    record Repeat(String value, FoundRecord earlier, FoundRecord later) {}
}
