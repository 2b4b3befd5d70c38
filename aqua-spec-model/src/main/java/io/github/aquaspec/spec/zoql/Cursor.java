package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final Dialect dialect;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();
    private final List<Range> keywords = new ArrayList<>();
    private int at;
    private int depth;

    Cursor(String query, Dialect dialect) {
        this.query = query;
        this.dialect = dialect;
        for (Token token : Lexer.tokens(query, dialect)) {
            if (token.kind() == Kind.COMMENT) {
                problem(Construct.COMMENT, token.range());
            } else if (token.kind() == Kind.END) {
                tokens.add(new Token(Kind.END, endOfLast(), ""));
            } else if (token.kind() != Kind.SPACE) {
                tokens.add(token);
            }
        }
    }

    /** What is missing at the end is missing behind the last word, not behind the line ends that follow it. */
    private Range endOfLast() {
        int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).range().to();
        return new Range(end, end);
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

    /** Takes the closing parenthesis that must stand here. */
    void close(String wanted) {
        if (!takeSymbol(")")) {
            throw peek().kind() == Kind.END
                    ? stop(Construct.UNBALANCED_PARENTHESIS, peek().range())
                    : unexpected(wanted);
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

    /** Notes a problem of which it may be plain what says the same. */
    void problem(Construct construct, Range range, Optional<Rewriting> rewriting) {
        problems.add(Problem.of(construct, range, query).with(rewriting));
    }

    /** The chars of a range as they stand in the query. */
    String text(Range range) {
        return range.in(query);
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
        if (peek().isSymbol(")") && !isInParentheses()) {
            return stop(Construct.UNBALANCED_PARENTHESIS, peek().range());
        }
        Token previous = at == 0 ? new Token(Kind.SPACE, new Range(0, 0), "") : tokens.get(at - 1);
        problems.add(Misfit.of(previous, peek(), ahead(1), wanted, query, dialect));
        return new Stop();
    }

    private boolean isInParentheses() {
        List<Token> read = tokens.subList(0, at);
        long opened = read.stream().filter(token -> token.isSymbol("(")).count();
        return opened > read.stream().filter(token -> token.isSymbol(")")).count();
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
            if (token.kind() == Kind.END) {
                throw stop(Construct.UNBALANCED_PARENTHESIS, token.range());
            }
            if (token.kind() == Kind.UNTERMINATED_STRING) {
                throw stop(Construct.UNTERMINATED_STRING, token.range());
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
