package io.github.aquaspec.verify;

/**
 * Something odd that does not make the data incomplete: nobody has proven it impossible, so the caller decides.
 * Offsets are bytes from the start of the (segment's) CSV, from 0.
 */
public sealed interface Observation {

    /** One precise sentence, without a full stop, about this case. */
    String sentence();

    /** The CSV begins with a byte order mark, which stays in the file. */
    record ByteOrderMark() implements Observation {
        @Override
        public String sentence() {
            return "the file begins with a byte order mark";
        }
    }

    /** The last record counts, but nothing proves that it is whole. */
    record MissingFinalNewline() implements Observation {
        @Override
        public String sentence() {
            return "the last line has no newline";
        }
    }

    /**
     * NUL bytes, which most readers choke on.
     *
     * @param count how many
     * @param firstOffset the first one
     */
    record NulBytes(long count, long firstOffset) implements Observation {
        @Override
        public String sentence() {
            return count + " NUL bytes, the first at byte " + firstOffset;
        }
    }

    /**
     * Sequences that are not UTF-8.
     *
     * @param count how many
     * @param firstOffset the first one
     */
    record InvalidUtf8(long count, long firstOffset) implements Observation {
        @Override
        public String sentence() {
            return count + " places are not UTF-8, the first at byte " + firstOffset;
        }
    }

    /**
     * Quotes inside cells that are not quoted; they were read as plain text.
     *
     * @param count how many
     * @param first the record of the first
     * @param firstOffset the first one
     */
    record StrayQuotes(long count, Place first, long firstOffset) implements Observation {
        @Override
        public String sentence() {
            return count + " quotes inside unquoted cells, the first at byte " + firstOffset + " in " + first;
        }
    }

    /**
     * Carriage returns without a line feed, outside quotes; they were read as plain text, some readers split there.
     *
     * @param count how many
     * @param first the record of the first
     */
    record LoneCarriageReturns(long count, Place first) implements Observation {
        @Override
        public String sentence() {
            return count + " carriage returns without a line feed, the first in " + first;
        }
    }

    /**
     * Both line ends occur.
     *
     * @param lf lines that end in LF
     * @param crlf lines that end in CR LF
     */
    record MixedLineEnds(long lf, long crlf) implements Observation {
        @Override
        public String sentence() {
            return lf + " lines end in LF and " + crlf + " in CR LF";
        }
    }

    /**
     * Blank lines in a file of one column: records with an empty cell, which many readers skip.
     *
     * @param count how many
     * @param first the first one
     */
    record BlankRecords(long count, Place first) implements Observation {
        @Override
        public String sentence() {
            return count + " records of the one column are blank lines, the first is " + first;
        }
    }

    /**
     * A record of a file of one column equals the header; with more columns that is a fault.
     *
     * @param where the record
     */
    record HeaderAsRecord(Place where) implements Observation {
        @Override
        public String sentence() {
            return where + " equals the header";
        }
    }

    /**
     * Two columns have one name, or a column has none.
     *
     * @param name as decoded, maybe empty
     * @param count how many columns carry it
     */
    record AmbiguousColumn(String name, int count) implements Observation {
        @Override
        public String sentence() {
            return name.isEmpty() ? count + " columns have no name" : count + " columns are named `" + name + "`";
        }
    }

    /**
     * Several gzip members: a cut between two of them leaves no trace in the file.
     *
     * @param count how many
     */
    record GzipMembers(long count) implements Observation {
        @Override
        public String sentence() {
            return "the gzip file has " + count + " members";
        }
    }
}
