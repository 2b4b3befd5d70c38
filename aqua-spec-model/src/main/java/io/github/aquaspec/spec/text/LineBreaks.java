package io.github.aquaspec.spec.text;

/** What YAML 1.1 takes for the end of a line, and what becomes of it in a value. */
final class LineBreaks {

    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private LineBreaks() {}

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The offset behind the break that starts at an offset. */
    static int behind(String text, int at) {
        boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return at + (pair ? 2 : 1);
    }

    /** What a break becomes in a value: the Unicode separators stay what they are, all others are a line feed. */
    static char value(char c) {
        return c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR ? c : '\n';
    }

    /**
     * Folds the white space between two lines of a plain or quoted scalar: one break is a blank, more are one less.
     *
     * @param from the first blank in front of the break
     * @param at the first break
     * @param limit where the scalar ends
     * @return the offset of the next char that is not white space
     */
    static int fold(String text, int from, int at, int limit, PlacedText out) {
        int start = from;
        int next = behind(text, at);
        char first = value(text.charAt(at));
        boolean said = first != '\n';
        if (said) {
            out.put(first, start, next);
            start = next;
        }
        int more = skipBreaks(text, start, next, limit, out);
        if (more < 0) {
            int end = skipBlanks(text, next, limit);
            if (!said) {
                out.put(' ', start, end);
            }
            return end;
        }
        return more;
    }

    /**
     * Turns each further break into a line feed.
     *
     * @return the offset of the next char that is not white space, or -1 if there is no further break
     */
    static int skipBreaks(String text, int from, int next, int limit, PlacedText out) {
        int start = from;
        int at = skipBlanks(text, next, limit);
        boolean any = false;
        while (at < limit && isBreak(text.charAt(at))) {
            int end = behind(text, at);
            out.put(value(text.charAt(at)), start, end);
            any = true;
            start = end;
            at = skipBlanks(text, end, limit);
        }
        return any ? at : -1;
    }

    static int skipBlanks(String text, int from, int limit) {
        int at = from;
        while (at < limit && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
