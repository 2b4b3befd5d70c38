package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query text into tokens. Knows no keyword and rejects nothing: what has no place is a symbol. */
final class Lexer {

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}(?:[T ]\\d{1,2}:[\\d:.]*(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?|\\.\\d+");
    /** Longest first. Some exist only so that they can be named when they are rejected. */
    private static final List<String> LONG_SYMBOLS =
            List.of("<=>", "!==", "<>", "<=", ">=", "!=", "==", "=>", "=<", "||", "&&");

    private final String query;
    private final Dialect dialect;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String query, Dialect dialect) {
        this.query = query;
        this.dialect = dialect;
    }

    static List<Token> tokens(String query, Dialect dialect) {
        Lexer lexer = new Lexer(query, dialect);
        while (lexer.at < query.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, query.length());
        return List.copyOf(lexer.tokens);
    }

    private void next() {
        char c = query.charAt(at);
        if (Character.isWhitespace(c)) {
            add(Kind.SPACE, endOfRun(Character::isWhitespace));
        } else if (c == '\'' || c == '"') {
            string(c);
        } else if (c == '#' || query.startsWith("--", at) || query.startsWith("//", at)) {
            add(Kind.COMMENT, endOfRun(other -> other != '\n' && other != '\r'));
        } else if (query.startsWith("/*", at)) {
            int end = query.indexOf("*/", at + 2);
            add(Kind.COMMENT, end < 0 ? query.length() : end + 2);
        } else if (c == '_' || Character.isLetter(c)) {
            add(Kind.WORD, endOfRun(other -> other == '_' || other == '$' || Character.isLetterOrDigit(other)));
        } else if (!isNumeric(c) || (!matched(DATE, Kind.DATE) && !matched(NUMBER, Kind.NUMBER))) {
            symbol();
        }
    }

    private void string(char quote) {
        int i = at + 1;
        while (i < query.length()) {
            char c = query.charAt(i);
            boolean doubled = c == quote && i + 1 < query.length() && query.charAt(i + 1) == quote;
            if (dialect == Dialect.ZOQL ? c == '\\' : doubled) {
                i += 2;
            } else if (c == quote) {
                add(Kind.STRING, i + 1);
                return;
            } else {
                i++;
            }
        }
        add(Kind.UNTERMINATED_STRING, query.length());
    }

    /** Whether a date or a number may begin with it. */
    private static boolean isNumeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private boolean matched(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(query).region(at, query.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.end());
        return true;
    }

    private void symbol() {
        for (String symbol : LONG_SYMBOLS) {
            if (query.startsWith(symbol, at)) {
                add(Kind.SYMBOL, at + symbol.length());
                return;
            }
        }
        add(Kind.SYMBOL, query.offsetByCodePoints(at, 1));
    }

    private int endOfRun(CharTest test) {
        int end = at + 1;
        while (end < query.length() && test.holds(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, new Range(at, end), query.substring(at, end)));
        at = end;
    }

    private interface CharTest {
        boolean holds(char c);
    }
}
