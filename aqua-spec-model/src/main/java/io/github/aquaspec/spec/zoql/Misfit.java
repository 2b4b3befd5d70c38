package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.Set;

/** Gives a token that has no place a name: many mistakes are SQL habits, and these have one. */
final class Misfit {

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> CURLY_QUOTES = Set.of("‘", "’", "‚", "“", "”", "„", "´");

    private Misfit() {}

    static Problem of(Token previous, Token found, Token next, String wanted, String query) {
        if (previous.kind() == Kind.STRING && previous.touches(found) && found.kind() != Kind.END) {
            int end = previous.range().to();
            if (found.kind() == Kind.STRING) {
                return Problem.of(Construct.DOUBLED_QUOTE, new Range(end - 1, end + 1), query);
            }
            if (previous.text().endsWith("\\'")) {
                return Problem.of(Construct.BACKSLASH_ESCAPE, new Range(end - 2, end), query);
            }
            if (found.kind() == Kind.WORD || found.kind() == Kind.UNTERMINATED_STRING) {
                return Problem.of(Construct.UNDOUBLED_QUOTE, new Range(end - 1, end), query);
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
