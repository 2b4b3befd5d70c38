package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import io.github.aquaspec.spec.source.SourceText;
import io.github.aquaspec.spec.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what a text lacks to be JSON, at the place that is to blame. It looks at the text behind the last good token
 * itself: where the parser gave up is often later, or earlier, than what a person has to change.
 */
final class JsonSyntax {

    /** What the last good token was. */
    enum Last {
        OPENING,
        KEY,
        VALUE
    }

    private static final Pattern GOOD = Pattern.compile("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private final SourceText source;
    private final String text;
    private final Optional<Integer> opening;
    private final boolean inObject;

    private JsonSyntax(SourceText source, Optional<Integer> opening) {
        this.source = source;
        this.text = source.content();
        this.opening = opening;
        this.inObject = opening.map(at -> text.charAt(at) == '{').orElse(false);
    }

    /**
     * One finding for a syntax error.
     *
     * @param last the last good token
     * @param cursor the offset behind it
     * @param opening the innermost bracket that is open; absent behind the end of the manifest
     */
    static Diagnostic explain(SourceText source, Last last, int cursor, Optional<Integer> opening) {
        return new JsonSyntax(source, opening).explain(last, cursor);
    }

    /** Something behind the closing brace. */
    static Diagnostic trailing(SourceText source, int cursor) {
        JsonSyntax syntax = new JsonSyntax(source, Optional.empty());
        return syntax("this stands behind the closing `}` of the manifest")
                .at(syntax.word(syntax.skip(cursor)))
                .fix("delete it, or check the brackets above");
    }

    private Diagnostic explain(Last last, int cursor) {
        int at = skip(cursor);
        if (opening.isEmpty()) {
            return trailing(source, cursor);
        }
        return switch (last) {
            case VALUE -> behindValue(at);
            case OPENING -> inObject ? key(at) : value(at);
            case KEY -> value(skip(is(at, ':') ? at + 1 : at));
        };
    }

    private Diagnostic behindValue(int at) {
        if (at == text.length()) {
            return unclosed();
        }
        if (is(at, '}') || is(at, ']')) {
            return wrongBracket(at);
        }
        if (!is(at, ',')) {
            return comment(at)
                    .orElseGet(() -> syntax("a comma is missing in front of this")
                            .at(word(at))
                            .fix("write `,` behind the value before it"));
        }
        int next = skip(at + 1);
        if (is(next, '}') || is(next, ']')) {
            return syntax("a comma stands behind the last value")
                    .at(source.span(at, at + 1))
                    .fix("delete the comma");
        }
        return inObject ? key(next) : value(next);
    }

    private Diagnostic key(int at) {
        if (at == text.length()) {
            return unclosed();
        }
        if (is(at, ']')) {
            return wrongBracket(at);
        }
        if (!is(at, '"')) {
            return comment(at)
                    .orElseGet(() -> syntax("expected a key in double quotes")
                            .at(word(at))
                            .fix("write \"key\": value"));
        }
        int end = closingQuote(at);
        if (end < 0) {
            return string(at);
        }
        int colon = skip(end + 1);
        if (!is(colon, ':')) {
            return colon == text.length()
                    ? unclosed()
                    : syntax("a `:` is missing behind this key")
                            .at(source.span(at, end + 1))
                            .fix("write \"key\": value");
        }
        Optional<Diagnostic> unsendable = ControlCharacters.unsendable(JsonScalar.string(source, at));
        return unsendable.isPresent() ? unsendable.get() : value(skip(colon + 1));
    }

    private Diagnostic value(int at) {
        if (at == text.length()) {
            return unclosed();
        }
        char c = text.charAt(at);
        if (c == ',' || c == '}' || c == ']') {
            return (inObject && c == ']') || (!inObject && c == '}')
                    ? wrongBracket(at)
                    : syntax("a value is missing in front of this")
                            .at(source.span(at, at + 1))
                            .fix("write the value");
        }
        if (c == '"') {
            return string(at);
        }
        if (c == '\'') {
            return syntax("JSON puts text in double quotes").at(word(at)).fix("write \" in place of '");
        }
        if (GOOD.matcher(word(at).text()).matches()) {
            return syntax("this is not how JSON is written").at(word(at)).fix("check what stands around it");
        }
        if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) {
            return syntax("this is not how JSON writes a number")
                    .at(word(at))
                    .fix("write digits without leading zero or +, such as 0.5, or put the text in double quotes");
        }
        return comment(at)
                .orElseGet(() -> syntax("expected a value: text in double quotes, a number, true, false or null")
                        .at(word(at))
                        .fix("put the text in double quotes"));
    }

    private Diagnostic string(int start) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && !isEscape(at)) {
                return syntax("JSON does not know this escape")
                        .at(source.span(at, Math.min(text.length(), at + 2)))
                        .fix("write \\\\ for a backslash, \\u and 4 hexadecimal digits for any character");
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c < ' ') {
                return syntax("JSON text cannot hold a control character, such as a tab, as it is")
                        .at(source.span(at, at + 1))
                        .fix(c == '\t' ? "write \\t" : "write \\u%04x".formatted((int) c));
            }
            if (c == '\\') {
                at++;
            }
        }
        return syntax("the quote that starts here is not closed on its line")
                .at(source.span(start, start + 1))
                .fix("put \" at the end of the text; a line break inside it is written \\n");
    }

    private Diagnostic unclosed() {
        int at = opening.orElseThrow();
        return syntax("the `" + text.charAt(at) + "` that starts here is never closed")
                .at(source.span(at, at + 1))
                .fix("write `" + (inObject ? '}' : ']') + "` at its end");
    }

    private Diagnostic wrongBracket(int at) {
        int start = opening.orElseThrow();
        return syntax("`" + text.charAt(at) + "` does not close `" + text.charAt(start) + "`")
                .at(source.span(at, at + 1))
                .related(source.span(start, start + 1), "opened here")
                .fix("write `" + (inObject ? '}' : ']') + "` in front of it");
    }

    private Optional<Diagnostic> comment(int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at) || is(at, '#')
                ? Optional.of(syntax("JSON has no comments")
                        .at(word(at))
                        .fix("delete it, or write the manifest as .yaml with # in front of comments"))
                : Optional.empty();
    }

    /** The closing quote of a good string; -1 if it is not good. */
    private int closingQuote(int start) {
        for (int at = start + 1; at < text.length() && text.charAt(at) >= ' '; at++) {
            if (text.charAt(at) == '"') {
                return at;
            }
            if (text.charAt(at) == '\\') {
                if (!isEscape(at)) {
                    return -1;
                }
                at++;
            }
        }
        return -1;
    }

    private boolean isEscape(int at) {
        if (at + 1 >= text.length() || "\"\\/bfnrtu".indexOf(text.charAt(at + 1)) < 0) {
            return false;
        }
        return !is(at + 1, 'u')
                || (at + 6 <= text.length() && text.substring(at + 2, at + 6).matches("[0-9a-fA-F]{4}"));
    }

    private boolean is(int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private int skip(int from) {
        return significant(text, from);
    }

    /** The offset of the next character that is not white space. */
    static int significant(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** From an offset to the next white space or separator, at least one character. */
    private Span word(int from) {
        int at = from;
        while (at < text.length() && " \t\r\n,:{}[]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return source.span(from, Math.min(text.length(), Math.max(at, from + 1)));
    }

    private static Diagnostic syntax(String message) {
        return Diagnostic.of(ReadingCode.SYNTAX, message);
    }
}
