package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.Set;

/** Gives a token that has no place a name: many mistakes are SQL habits, and these have one. */
final class Misfit {

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> CURLY_QUOTES = Set.of("‘", "’", "‚", "“", "”", "„", "´");

    /** What follows a quote at once where the text was meant to go on. */
    private static final Set<Kind> GOES_ON = Set.of(Kind.WORD, Kind.STRING, Kind.UNTERMINATED_STRING);

    private Misfit() {}

    static Problem of(Token previous, Token found, Token next, String wanted, String query, Dialect dialect) {
        if (previous.kind() == Kind.STRING && previous.touches(found)) {
            int end = previous.range().to();
            if (dialect == Dialect.EXPORT_ZOQL
                    && found.kind() != Kind.END
                    && previous.text().endsWith("\\'")) {
                return Problem.of(Construct.BACKSLASH_ESCAPE, new Range(end - 2, end), query);
            }
            if (GOES_ON.contains(found.kind())) {
                return dialect == Dialect.ZOQL
                        ? Problem.of(
                                Construct.UNESCAPED_QUOTE,
                                new Range(end - 1, found.kind() == Kind.STRING ? end + 1 : end),
                                query)
                        : Problem.of(Construct.UNDOUBLED_QUOTE, new Range(end - 1, end), query);
            }
        }
        boolean shifts = found.isSymbol("-") || found.isSymbol("+");
        if (shifts && previous.kind() == Kind.WORD && RelativeTime.isClock(previous.text())) {
            return Problem.of(Construct.UNQUOTED_TIME, previous.range().through(next.range()), query);
        }
        Construct construct = construct(previous, found, next, wanted);
        if (construct == Construct.SYNTAX) {
            return Problem.of(construct, found.range(), query, wanted);
        }
        String instead =
                construct == Construct.ODD_OPERATOR ? OddOperator.meant(found).orElseThrow() : construct.instead();
        return Problem.of(construct, found.range(), query, instead);
    }

    private static Construct construct(Token previous, Token found, Token next, String wanted) {
        if (found.kind() == Kind.UNTERMINATED_STRING) {
            return Construct.UNTERMINATED_STRING;
        }
        if (found.isWord("exists")
                || (found.isWord("select") && previous.isSymbol("("))
                || (found.isSymbol("(") && next.isWord("select"))) {
            return Construct.SUB_SELECT;
        }
        if (previous.isSymbol(",") && found.isWord("from")) {
            return Construct.STRAY_COMMA;
        }
        if (previous.kind() == Kind.NUMBER && found.isSymbol(",") && next.kind() == Kind.NUMBER) {
            return Construct.GROUPED_NUMBER;
        }
        if (found.isWord("case")) {
            return Construct.CASE;
        }
        if (found.isWord("in")) {
            return Construct.IN;
        }
        if (found.isWord("between")) {
            return Construct.BETWEEN;
        }
        if (Words.unites(found)) {
            return Construct.UNION;
        }
        if (Words.joins(found)) {
            return Construct.JOIN;
        }
        if (found.isSymbol("||") && !wanted.contains("`or`")) {
            return Construct.CONCATENATION;
        }
        if (OddOperator.meant(found).isPresent()) {
            return Construct.ODD_OPERATOR;
        }
        if (CURLY_QUOTES.contains(found.text()) && !wanted.equals("a field")) {
            return Construct.CURLY_QUOTE;
        }
        if (isValue(previous) && found.kind() == Kind.SYMBOL && ARITHMETIC.contains(found.text())) {
            return Construct.ARITHMETIC;
        }
        return Construct.SYNTAX;
    }

    private static boolean isValue(Token token) {
        return switch (token.kind()) {
            case WORD, STRING, NUMBER, DATE -> true;
            case SYMBOL -> token.text().equals(")");
            default -> false;
        };
    }
}
