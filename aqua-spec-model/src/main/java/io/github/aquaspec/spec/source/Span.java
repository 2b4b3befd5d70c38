package io.github.aquaspec.spec.source;

/**
 * A stretch of a text, half open.
 *
 * @param source the text it lies in
 * @param start the first char, from 0
 * @param end the char behind the last
 */
public record Span(SourceText source, int start, int end) {

    public Span {
        if (start < 0 || end < start || end > source.length()) {
            throw new IllegalArgumentException("no span " + start + ".." + end + " in " + source.name());
        }
    }

    public Position from() {
        return source.position(start);
    }

    public Position to() {
        return source.position(end);
    }

    /** The chars of the span as they stand in the file. */
    public String text() {
        return source.content().substring(start, end);
    }

    /** {@code file:line:column} of the start. */
    @Override
    public String toString() {
        return source.name() + ":" + from();
    }
}
