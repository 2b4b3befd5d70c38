package io.github.aquaspec.spec.zoql;

/**
 * The smallest piece of a query text that means something. The tokens of a text lie side by side and cover all of it.
 *
 * @param kind what it is
 * @param range where it stands
 * @param text the chars as written
 */
public record Token(Kind kind, Range range, String text) {

    /** What a token is. */
    public enum Kind {
        /** Blanks and line ends. */
        SPACE,
        /** From {@code --}, {@code //} or {@code #} to the end of the line, or between {@code /*} and its end. */
        COMMENT,
        /** A keyword, name or part of a dotted name. */
        WORD,
        /** In single or double quotes. */
        STRING,
        /** From an opening quote to the end of the text. */
        UNTERMINATED_STRING,
        /** Digits, with at most one point between them; the sign is a symbol. */
        NUMBER,
        /** A date or dateTime without quotes. */
        DATE,
        /** An operator, a mark, or a char that has no place in a query. */
        SYMBOL,
        /** Behind the last char; empty. */
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether there is nothing between this and the token behind it. */
    boolean touches(Token next) {
        return range.to() == next.range.from();
    }
}
