package io.github.aquaspec.spec.diagnostic;

import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A line of source as it is drawn: tabs as blanks, secrets hidden, nothing that a terminal would obey. It knows in which
 * column each char of the file is drawn.
 */
final class SourceLine {

    /** Columns of a line that are shown at most. */
    static final int WIDTH = 110;

    private static final String HIDDEN = "••••";
    private static final String TAB = "    ";
    private static final String CUT = "…";
    /** Columns in front of a span that stay visible where a line is cut. */
    private static final int BEFORE = 30;

    /** Chars around a place that are looked at: more than can be shown, far less than a file on one line. */
    private static final int NEAR = 4 * WIDTH;

    private final int start;
    private final boolean cutBefore;
    private final boolean cutBehind;
    private final String drawn;
    /** For each char that is looked at, and the end, the column at which it is drawn, from 0. */
    private final int[] columns;

    /** The line on which a span starts, near that start. */
    SourceLine(Span span) {
        SourceText source = span.source();
        int number = span.from().line();
        int lineStart = source.lineStart(number);
        int lineEnd = source.lineEnd(number);
        int at = Math.min(span.start(), lineEnd);
        this.start = Math.max(lineStart, at - NEAR);
        int end = Math.min(lineEnd, at + NEAR);
        this.cutBefore = start > lineStart;
        this.cutBehind = end < lineEnd;
        this.columns = new int[end - start + 1];
        this.drawn = draw(source.content(), end, Secrets.in(source));
    }

    private String draw(String text, int end, BitSet hidden) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            int next = Math.min(end, at + Character.charCount(c));
            String cell = c == '\t' ? TAB : Printable.at(text, at);
            if (hidden.get(at)) {
                cell = at == start || !hidden.get(at - 1) ? HIDDEN : "";
            }
            out.append(cell);
            Arrays.fill(columns, at - start, next - start, column);
            column += cell.codePointCount(0, cell.length());
            at = next;
        }
        columns[end - start] = column;
        return out.toString();
    }

    boolean isLong() {
        return cutBefore || cutBehind || width() > WIDTH;
    }

    /** The line, cut around a span where it is long. */
    String text(Span span) {
        int from = cut(span);
        int to = Math.min(width(), from + WIDTH);
        String shown = drawn.substring(drawn.offsetByCodePoints(0, from), drawn.offsetByCodePoints(0, to));
        return (isCutBefore(from) ? CUT : "") + shown + (cutBehind || to < width() ? CUT : "");
    }

    /** Blanks and marks that stand below the span when the line is drawn as {@link #text} says. */
    String underline(Span span, String mark) {
        int from = cut(span);
        int first = column(span.start());
        int last = Math.min(column(span.end()), from + WIDTH);
        int lead = first - from + (isCutBefore(from) ? 1 : 0);
        return " ".repeat(lead) + mark.repeat(Math.max(1, last - first));
    }

    private boolean isCutBefore(int from) {
        return cutBefore || from > 0;
    }

    /** The first column that is shown. */
    private int cut(Span span) {
        return isLong() ? Math.max(0, Math.min(column(span.start()) - BEFORE, width() - WIDTH)) : 0;
    }

    private int width() {
        return columns[columns.length - 1];
    }

    /** The column of a char of the file; what lies behind the line counts as its end. */
    private int column(int offset) {
        return columns[Math.min(Math.max(0, offset - start), columns.length - 1)];
    }
}
