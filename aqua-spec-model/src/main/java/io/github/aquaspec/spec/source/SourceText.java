package io.github.aquaspec.spec.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of one file, with its lines. Lines end at {@code \n}, {@code \r\n} or {@code \r}. */
public final class SourceText {

    private final String name;
    private final String content;
    private final int[] lineStarts;
    /** The second halves of surrogate pairs, which are no columns of their own. */
    private final int[] secondHalves;

    /**
     * A text with the name of its file.
     *
     * @param name the file as a user would type it, with {@code /} between folders
     * @param content the decoded text, without a byte order mark
     */
    public SourceText(String name, String content) {
        this.name = name;
        this.content = content;
        this.lineStarts = lineStarts(content);
        this.secondHalves = IntStream.range(1, content.length())
                .filter(at -> Character.isSurrogatePair(content.charAt(at - 1), content.charAt(at)))
                .toArray();
    }

    public String name() {
        return name;
    }

    public String content() {
        return content;
    }

    public int length() {
        return content.length();
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** The span of the chars from {@code start} up to, not including, {@code end}. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** The position of a char offset; an offset behind the end is the end. */
    public Position position(int offset) {
        int at = Math.min(offset, content.length());
        int line = countBelow(lineStarts, at + 1) - 1;
        int start = lineStarts[line];
        int halves = countBelow(secondHalves, at) - countBelow(secondHalves, start);
        return new Position(line + 1, at - start - halves + 1);
    }

    /** The text of a line, from 1, without its end. */
    public String line(int number) {
        return content.substring(lineStart(number), lineEnd(number));
    }

    /** The char offset behind the last char of a line, from 1; the line's end does not count. */
    public int lineEnd(int number) {
        int start = lineStart(number);
        int end = number < lineStarts.length ? lineStarts[number] : content.length();
        while (end > start && (content.charAt(end - 1) == '\n' || content.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The char offset at which a line, from 1, starts. */
    public int lineStart(int number) {
        return lineStarts[number - 1];
    }

    @Override
    public String toString() {
        return name;
    }

    /** How many of some ascending numbers are less than a limit. */
    private static int countBelow(int[] ascending, int limit) {
        int found = Arrays.binarySearch(ascending, limit);
        return found >= 0 ? found : -found - 1;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
