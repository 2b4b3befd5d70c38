package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Decodes YAML's literal and folded block scalars, char by char, and finds where they end. */
final class BlockScalar {

    /** A line break in the file and the char it may become. */
    private record Break(char value, int from, int to) {}

    private final SourceText source;
    private final String text;
    private final PlacedText out;
    private int at;
    private int column;

    private BlockScalar(SourceText source, int start) {
        this.source = source;
        this.text = source.content();
        this.out = new PlacedText(source);
        this.at = start;
    }

    /**
     * Decodes the block that starts at an indicator.
     *
     * @param start the {@code |} or {@code >}
     * @param parent the column, from 0, of the block mapping or list around it; -1 for none
     * @param value the value as the library decodes it
     */
    static ScalarText read(SourceText source, int start, int parent, String value) {
        return new BlockScalar(source, start).read(parent, value);
    }

    private ScalarText read(int parent, String value) {
        int start = at;
        boolean folded = text.charAt(at++) == '>';
        int headerEnd = at;
        char chomping = ' ';
        int increment = 0;
        while (at < text.length() && "+-123456789".indexOf(text.charAt(at)) >= 0) {
            char c = text.charAt(at++);
            if (c == '+' || c == '-') {
                chomping = c;
            } else {
                increment = c - '0';
            }
            headerEnd = at;
        }
        while (at < text.length() && !LineBreaks.isBreak(text.charAt(at))) {
            at++;
        }
        if (at < text.length()) {
            at = LineBreaks.behind(text, at);
        }
        lines(folded, chomping, Math.max(1, parent + 1), increment);
        return out.as(value, source.span(start, out.end(headerEnd)));
    }

    private void lines(boolean folded, char chomping, int least, int increment) {
        int indent = least + increment - 1;
        List<Break> breaks;
        if (increment == 0) {
            breaks = new ArrayList<>();
            indent = Math.max(least, findIndent(breaks));
        } else {
            breaks = breaks(indent);
        }
        List<Break> last = List.of();
        while (inBlock(indent)) {
            breaks.forEach(this::emit);
            boolean mayFold = !LineBreaks.isBlank(text.charAt(at));
            copyLine();
            last = oneBreak();
            breaks = breaks(indent);
            if (!inBlock(indent)) {
                break;
            }
            boolean fold = folded && mayFold && last.get(0).value() == '\n' && !LineBreaks.isBlank(text.charAt(at));
            if (!fold) {
                emit(last.get(0));
            } else if (breaks.isEmpty()) {
                out.put(' ', last.get(0).from(), at);
            }
            last = List.of();
        }
        if (chomping != '-') {
            last.forEach(this::emit);
        }
        if (chomping == '+') {
            breaks.forEach(this::emit);
        }
    }

    private boolean inBlock(int indent) {
        return column == indent && at < text.length();
    }

    private void emit(Break lineBreak) {
        out.put(lineBreak.value(), lineBreak.from(), lineBreak.to());
    }

    private void copyLine() {
        int from = at;
        while (at < text.length() && !LineBreaks.isBreak(text.charAt(at))) {
            at++;
        }
        out.copy(from, at);
        column = -1;
    }

    /** Without an indicator the longest run of leading blanks, up to the first line with text, is the indent. */
    private int findIndent(List<Break> breaks) {
        int widest = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || LineBreaks.isBreak(text.charAt(at)))) {
            if (text.charAt(at) == ' ') {
                at++;
                column++;
                widest = Math.max(widest, column);
            } else {
                breaks.addAll(oneBreak());
            }
        }
        return widest;
    }

    private List<Break> breaks(int indent) {
        List<Break> breaks = new ArrayList<>();
        skipIndent(indent);
        while (at < text.length() && LineBreaks.isBreak(text.charAt(at))) {
            breaks.addAll(oneBreak());
            skipIndent(indent);
        }
        return breaks;
    }

    private List<Break> oneBreak() {
        if (at >= text.length()) {
            return List.of();
        }
        int from = at;
        at = LineBreaks.behind(text, at);
        column = 0;
        return List.of(new Break(LineBreaks.value(text.charAt(from)), from, at));
    }

    private void skipIndent(int indent) {
        while (column < indent && at < text.length() && text.charAt(at) == ' ') {
            at++;
            column++;
        }
    }
}
