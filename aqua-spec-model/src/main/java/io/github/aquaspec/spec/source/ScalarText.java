package io.github.aquaspec.spec.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
     * A part of the value, with the places of its chars; the span stays that of the whole scalar.
     *
     * @param from first char of the value, from 0
     * @param to the char behind the last
     */
    public ScalarText part(int from, int to) {
        return from == 0 && to == value.length()
                ? this
                : new ScalarText(
                        value.substring(from, to),
                        span,
                        Arrays.copyOfRange(starts, from, to),
                        Arrays.copyOfRange(ends, from, to));
    }

    /**
     * Other text for a part of the value.
     *
     * @param from first char of the part, from 0
     * @param to the char behind its last
     * @param text what stands there instead
     */
    public record Replacement(int from, int to, String text) {}

    /**
     * The value with some of its parts replaced. All chars of a replacement stand where the whole part stood.
     *
     * @param parts in the order of the value; they do not overlap, and none is empty
     */
    public ScalarText with(List<Replacement> parts) {
        StringBuilder changed = new StringBuilder();
        IntStream.Builder newStarts = IntStream.builder();
        IntStream.Builder newEnds = IntStream.builder();
        int at = 0;
        for (Replacement part : parts) {
            keep(at, part.from(), changed, newStarts, newEnds);
            for (int i = 0; i < part.text().length(); i++) {
                newStarts.add(starts[part.from()]);
                newEnds.add(ends[part.to() - 1]);
            }
            changed.append(part.text());
            at = part.to();
        }
        keep(at, value.length(), changed, newStarts, newEnds);
        return new ScalarText(
                changed.toString(),
                span,
                newStarts.build().toArray(),
                newEnds.build().toArray());
    }

    private void keep(int from, int to, StringBuilder changed, IntStream.Builder newStarts, IntStream.Builder newEnds) {
        for (int i = from; i < to; i++) {
            newStarts.add(starts[i]);
            newEnds.add(ends[i]);
        }
        changed.append(value, from, to);
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
