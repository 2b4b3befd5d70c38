package io.github.aquaspec.spec.source;

/**
 * The value of one scalar with the place of each of its chars in the file. Where several chars of the file make one of
 * the value (an escape, a folded line break), its span covers them all.
 */
public final class ScalarText {

    private final String value;
    private final Span span;
    private final int[] starts;
    private final int[] ends;

    /**
     * A value with its places.
     *
     * @param value the decoded value
     * @param span the whole scalar in the file, quotes or block indicator included
     * @param starts for each char of {@code value}, the first char in the file that makes it
     * @param ends for each char of {@code value}, the file offset behind the last char that makes it
     */
    public ScalarText(String value, Span span, int[] starts, int[] ends) {
        if (starts.length != value.length() || ends.length != value.length()) {
            throw new IllegalArgumentException("one place for each char");
        }
        this.value = value;
        this.span = span;
        this.starts = starts.clone();
        this.ends = ends.clone();
    }

    public String value() {
        return value;
    }

    /** The whole scalar, quotes or block indicator included. */
    public Span span() {
        return span;
    }

    /**
     * Where a part of the value stands. An empty part stands before its char, or behind the last one.
     *
     * @param from first char of the value, from 0
     * @param to the char behind the last
     */
    public Span span(int from, int to) {
        if (value.isEmpty()) {
            return span;
        }
        if (from == to) {
            int at = from < value.length() ? starts[from] : ends[value.length() - 1];
            return new Span(span.source(), at, at);
        }
        return new Span(span.source(), starts[from], ends[to - 1]);
    }
}
