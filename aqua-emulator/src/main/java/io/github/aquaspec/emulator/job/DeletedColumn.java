package io.github.aquaspec.emulator.job;

/**
 * The wish for a column that marks deleted records.
 *
 * @param column its name, without the object
 * @param format how the mark is written
 * @param forceExport whether a stateless job wants deleted records too
 */
record DeletedColumn(String column, Format format, boolean forceExport) {

    /** How the mark is written. */
    enum Format {
        NUMERIC("Numeric", "0", "1"),
        BOOLEAN("Boolean", "false", "true");

        private final String word;
        private final String live;
        private final String gone;

        Format(String word, String live, String gone) {
            this.word = word;
            this.live = live;
            this.gone = gone;
        }

        String word() {
            return word;
        }

        /** The mark of a record. */
        String mark(boolean deleted) {
            return deleted ? gone : live;
        }
    }
}
