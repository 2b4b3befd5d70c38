package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of a query and collects what is wrong with it. White space and comments are not seen. */
final class Cursor {

    /** Ends parsing; the reason is among the problems. */
    static final class Stop extends RuntimeException {

        private Stop() {
            super("a problem was found", null, false, false);
        }
    }

    /** More than a person writes, and far less than a thread's stack holds. */
    private static final int DEEPEST = 100;

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();
    private final List<Range> keywords = new ArrayList<>();
    private int at;
    private int depth;

    Cursor(String query, Dialect dialect) {
        this.query = query;
        for (Token token : Lexer.tokens(query, dialect)) {
            if (token.kind() == Kind.COMMENT) {
                problem(Construct.COMMENT, token.range());
            } else if (token.kind() != Kind.SPACE) {
                tokens.add(token);
            }
        }
    }

    /** The token that is read next; at the end, an empty one, again and again. */
    Token peek() {
        return ahead(0);
    }

    Token ahead(int count) {
        return tokens.get(Math.min(at + count, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Takes a keyword if it is there. */
    boolean takeWord(String word) {
        boolean there = peek().isWord(word);
        if (there) {
            keywords.add(take().range());
        }
        return there;
    }

    /** Takes two keywords if both are there, such as {@code order by}. */
    boolean takeWords(String first, String second) {
        return peek().isWord(first) && ahead(1).isWord(second) && takeWord(first) && takeWord(second);
    }

    boolean takeSymbol(String symbol) {
        boolean there = peek().isSymbol(symbol);
        if (there) {
            take();
        }
        return there;
    }

    void expectWord(String word, String wanted) {
        if (!takeWord(word)) {
            throw unexpected(wanted);
        }
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw unexpected("`" + symbol + "`");
        }
    }

    /** From a token that was read to the last one that was. */
    Range since(Range start) {
        return start.through(tokens.get(Math.max(at - 1, 0)).range());
    }

    /** Notes a problem; parsing goes on. */
    void problem(Construct construct, Range range) {
        problems.add(Problem.of(construct, range, query));
    }

    /** Notes something that is accepted although nobody documents it. */
    void doubt(Construct construct, Range range) {
        doubts.add(Problem.of(construct, range, query));
    }

    /** Notes a problem that leaves no way to go on. */
    Stop stop(Construct construct, Range range) {
        problem(construct, range);
        return new Stop();
    }

    /** Notes that the next token has no place here, with the best name for what the author probably meant. */
    Stop unexpected(String wanted) {
        Token previous = at == 0 ? new Token(Kind.SPACE, new Range(0, 0), "") : tokens.get(at - 1);
        problems.add(Misfit.of(previous, peek(), ahead(1), wanted, query));
        return new Stop();
    }

    void enter(Range range) {
        if (++depth > DEEPEST) {
            throw stop(Construct.TOO_DEEP, range);
        }
    }

    void leave() {
        depth--;
    }

    /** Skips from an opening parenthesis behind the one that closes it. */
    void skipParentheses() {
        int open = 0;
        do {
            Token token = peek();
            if (token.kind() == Kind.END || token.kind() == Kind.UNTERMINATED_STRING) {
                throw unexpected("`)`");
            }
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            take();
        } while (open > 0);
    }

    List<Problem> problems() {
        return problems;
    }

    List<Problem> doubts() {
        return doubts;
    }

    List<Range> keywords() {
        return keywords;
    }
}
