package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;

/** Picks the stretch of a text that a finding should underline. */
record Stretches(SourceText source) {

    /** One char; nothing behind the end. */
    Span one(int offset) {
        return source.span(offset, Math.min(source.length(), offset + 1));
    }

    /** From an offset to the last visible char of its line. */
    Span rest(int offset) {
        int end = offset;
        for (int i = offset; i < source.length() && !LineBreaks.isBreak(charAt(i)); i++) {
            if (!LineBreaks.isBlank(charAt(i))) {
                end = i + 1;
            }
        }
        return source.span(offset, end);
    }

    /** A line, from 1, without the white space around it and without the mark of a list item. */
    Span line(int number) {
        int start = source.lineStart(number);
        int end = start + source.line(number).stripTrailing().length();
        while (start < end && (LineBreaks.isBlank(charAt(start)) || isItemMark(start))) {
            start++;
        }
        return source.span(start, end);
    }

    /** The nearest line above with something on it; the first line if there is none. */
    Span lineAbove(int number) {
        int above = Math.max(1, number - 1);
        while (above > 1 && source.line(above).isBlank()) {
            above--;
        }
        return line(above);
    }

    /** How to put a value in quotes, whatever quotes are in it. */
    static String quoting(String value) {
        boolean single = value.contains("'");
        boolean twofold = value.contains("\"") || value.contains("\\");
        if (single && twofold) {
            return "write |- here and the value on the next line, indented";
        }
        return "put the value in " + (single ? "double " : twofold ? "single " : "") + "quotes";
    }

    boolean is(int offset, char c) {
        return offset < source.length() && charAt(offset) == c;
    }

    boolean hasBreak(int from, int to) {
        return source.content().substring(from, to).chars().anyMatch(c -> LineBreaks.isBreak((char) c));
    }

    private boolean isItemMark(int offset) {
        return charAt(offset) == '-' && is(offset + 1, ' ');
    }

    private char charAt(int offset) {
        return source.content().charAt(offset);
    }
}
