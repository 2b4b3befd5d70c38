package io.github.aquaspec.spec.model;

import java.time.Instant;

/**
 * A place in a query text that takes one end of the window. Quotes that stand directly round the placeholder belong to
 * it.
 *
 * @param edge which end
 * @param from the first char of the text, from 0
 * @param to the char behind the last
 */
public record WindowSlot(Edge edge, int from, int to) {

    /** The ends of a window. */
    public enum Edge {
        FROM,
        TO
    }

    public WindowSlot {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no slot at " + from + ".." + to);
        }
    }

    /** What stands here for a window: a dateTime in quotes, with offset and whole seconds, always 22 chars. */
    public String literal(WindowRange window) {
        Instant end = edge == Edge.FROM ? window.from() : window.to();
        return "'" + end + "'";
    }
}
