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

    private final int start;
    private final String drawn;
    /** For each char of the line, and the end, the column at which it is drawn, from 0. */
    private final int[] columns;

    SourceLine(SourceText source, int number) {
        this.start = source.lineStart(number);
        String line = source.line(number);
        BitSet hidden = Secrets.in(source, number);
        StringBuilder out = new StringBuilder();
        this.columns = new int[line.length() + 1];
        int column = 0;
        for (int at = 0; at < line.length(); ) {
            int c = line.codePointAt(at);
            int next = at + Character.charCount(c);
            String cell = c == '\t' ? TAB : Printable.of(c);
            if (hidden.get(at)) {
                cell = at == 0 || !hidden.get(at - 1) ? HIDDEN : "";
            }
            out.append(cell);
            Arrays.fill(columns, at, next, column);
            column += cell.codePointCount(0, cell.length());
            at = next;
        }
        columns[line.length()] = column;
        this.drawn = out.toString();
    }

    boolean isLong() {
        return columns[columns.length - 1] > WIDTH;
    }

    /** The line, cut around a span where it is long. */
    String text(Span span) {
        int from = cut(span);
        int end = columns[columns.length - 1];
        int to = Math.min(end, from + WIDTH);
        String shown = columns(from, to);
        return (from > 0 ? CUT : "") + shown + (to < end ? CUT : "");
    }

    /** Blanks and marks that stand below the span when the line is drawn as {@link #text} says. */
    String underline(Span span, String mark) {
        int from = cut(span);
        int first = column(span.start());
        int last = Math.min(column(span.end()), from + WIDTH);
        int lead = first - from + (from > 0 ? 1 : 0);
        return " ".repeat(lead) + mark.repeat(Math.max(1, last - first));
    }

    private int cut(Span span) {
        return isLong() ? Math.max(0, Math.min(column(span.start()) - BEFORE, columns[columns.length - 1] - WIDTH)) : 0;
    }

    /** The column of a char of the file; what lies behind the line counts as its end. */
    private int column(int offset) {
        return columns[Math.min(Math.max(0, offset - start), columns.length - 1)];
    }

    private String columns(int from, int to) {
        return drawn.substring(drawn.offsetByCodePoints(0, from), drawn.offsetByCodePoints(0, to));
    }
}
