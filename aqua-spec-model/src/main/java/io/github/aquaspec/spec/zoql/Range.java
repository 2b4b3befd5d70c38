package io.github.aquaspec.spec.zoql;

/**
 * A stretch of a query text, half open. A query is a value in a file, so its chars are counted from its own start.
 *
 * @param from the first char, from 0
 * @param to the char behind the last
 */
public record Range(int from, int to) {

    public Range {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range " + from + ".." + to);
        }
    }

    /** From the start of this to the end of a later one. */
    public Range through(Range later) {
        return new Range(from, Math.max(to, later.to));
    }

    /** How many chars. */
    public int length() {
        return to - from;
    }

    /** The chars of the range as they stand in the query. */
    public String in(String query) {
        return query.substring(from, to);
    }
}
