package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.Arrays;

/** Collects the chars of a value, each with the place in the file that makes it. */
final class PlacedText {

    private final SourceText source;
    private final StringBuilder value = new StringBuilder();
    private int[] starts = new int[32];
    private int[] ends = new int[32];

    PlacedText(SourceText source) {
        this.source = source;
    }

    /** Chars that stand for themselves. */
    void copy(int from, int to) {
        for (int at = from; at < to; at++) {
            add(source.content().charAt(at), at, at + 1);
        }
    }

    /** A code point made by an escape or a fold; both halves of a surrogate pair have its place. */
    void put(int codePoint, int from, int to) {
        for (char c : Character.toChars(codePoint)) {
            add(c, from, to);
        }
    }

    /** The file offset behind the last char, or a default where there is none. */
    int end(int otherwise) {
        return value.isEmpty() ? otherwise : ends[value.length() - 1];
    }

    /**
     * The value with its places. The library's value counts: should ours differ, each char gets the whole scalar as its
     * place.
     */
    ScalarText as(String expected, Span whole) {
        return value.toString().equals(expected)
                ? new ScalarText(
                        expected,
                        whole,
                        Arrays.copyOf(starts, expected.length()),
                        Arrays.copyOf(ends, expected.length()))
                : coarse(expected, whole);
    }

    /** The value as it was decoded here, with its places. */
    ScalarText asDecoded(Span whole) {
        return as(value.toString(), whole);
    }

    /** A value whose chars have no places of their own. */
    static ScalarText coarse(String value, Span whole) {
        int[] starts = new int[value.length()];
        int[] ends = new int[value.length()];
        Arrays.fill(starts, whole.start());
        Arrays.fill(ends, whole.end());
        return new ScalarText(value, whole, starts, ends);
    }

    private void add(char c, int from, int to) {
        int at = value.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        value.append(c);
        starts[at] = from;
        ends[at] = to;
    }
}
