package io.github.aquaspec.verify;

import java.nio.charset.StandardCharsets;

/** The beginning of a body as evidence that is safe to print. */
final class Excerpt {

    /** Longest excerpt, in characters. */
    static final int MAX_CHARS = 200;

    private Excerpt() {}

    /**
     * Decodes as UTF-8 and puts a dot for each character that a terminal, a log or a reader could take for an order:
     * control and format characters (so no escape sequence, no line break, no bidirectional override), lone
     * surrogates, unassigned and private ones.
     */
    static String of(byte[] start) {
        return of(new String(start, StandardCharsets.UTF_8));
    }

    /** The same for text that quotes the file. */
    static String of(String start) {
        StringBuilder text = new StringBuilder();
        int[] points = start.codePoints().limit(MAX_CHARS).toArray();
        for (int point : points) {
            if (text.length() + Character.charCount(point) > MAX_CHARS) {
                break;
            }
            text.appendCodePoint(printable(point) ? point : '.');
        }
        return text.toString();
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
