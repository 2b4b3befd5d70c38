package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.source.ScalarText;
import io.github.aquaspec.spec.source.Span;
import java.util.Map;

/** Decodes YAML's plain, single quoted and double quoted scalars, char by char. */
final class FlowScalar {

    private static final Map<Character, Integer> ESCAPES = Map.ofEntries(
            Map.entry('0', 0x00),
            Map.entry('a', 0x07),
            Map.entry('b', 0x08),
            Map.entry('t', 0x09),
            Map.entry('n', 0x0A),
            Map.entry('v', 0x0B),
            Map.entry('f', 0x0C),
            Map.entry('r', 0x0D),
            Map.entry('e', 0x1B),
            Map.entry(' ', 0x20),
            Map.entry('"', 0x22),
            Map.entry('\\', 0x5C),
            Map.entry('N', 0x85),
            Map.entry('_', 0xA0),
            Map.entry('L', 0x2028),
            Map.entry('P', 0x2029));
    private static final Map<Character, Integer> HEX_DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);

    private final String text;
    private final int limit;
    private final char quote;
    private final PlacedText out;

    private FlowScalar(Span inner, char quote) {
        this.text = inner.source().content();
        this.limit = inner.end();
        this.quote = quote;
        this.out = new PlacedText(inner.source());
    }

    /** A scalar without quotes. */
    static ScalarText plain(Span span, String value) {
        return new FlowScalar(span, '\0').read(span.start()).as(value, span);
    }

    /** A scalar in quotes, which the span includes. */
    static ScalarText quoted(Span span, String value) {
        Span inner = span.source().span(span.start() + 1, span.end() - 1);
        return new FlowScalar(inner, span.source().content().charAt(span.start()))
                .read(inner.start())
                .as(value, span);
    }

    private PlacedText read(int start) {
        int at = start;
        while (at < limit) {
            char c = text.charAt(at);
            if (LineBreaks.isBlank(c) || LineBreaks.isBreak(c)) {
                at = space(at);
            } else if (c == '\\' && quote == '"') {
                at = escape(at);
            } else if (c == '\'' && quote == '\'') {
                out.put('\'', at, at + 2);
                at += 2;
            } else {
                out.copy(at, at + 1);
                at++;
            }
        }
        return out;
    }

    private int space(int from) {
        int at = LineBreaks.skipBlanks(text, from, limit);
        if (at < limit && LineBreaks.isBreak(text.charAt(at))) {
            return LineBreaks.fold(text, from, at, limit, out);
        }
        out.copy(from, at);
        return at;
    }

    private int escape(int at) {
        char c = text.charAt(at + 1);
        if (LineBreaks.isBreak(c)) {
            int next = LineBreaks.behind(text, at + 1);
            int more = LineBreaks.skipBreaks(text, at, next, limit, out);
            return more < 0 ? LineBreaks.skipBlanks(text, next, limit) : more;
        }
        Integer digits = HEX_DIGITS.get(c);
        if (digits != null) {
            int end = at + 2 + digits;
            out.put(Integer.parseInt(text.substring(at + 2, end), 16), at, end);
            return end;
        }
        out.put(ESCAPES.getOrDefault(c, (int) c), at, at + 2);
        return at + 2;
    }
}
