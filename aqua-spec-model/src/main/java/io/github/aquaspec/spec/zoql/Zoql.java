package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The front door: query text in; a tree, or problems, out. Nothing here throws, whatever the text. */
public final class Zoql {

    private Zoql() {}

    /** The tree of a query, or what is wrong with it. */
    public static Parsed parse(String query, Dialect dialect) {
        Cursor cursor = new Cursor(query, dialect);
        Optional<Query> tree = Optional.empty();
        try {
            tree = Optional.of(new Parser(cursor, dialect).query());
        } catch (Cursor.Stop noted) {
            // its reason is among the problems
        }
        List<Problem> problems = new ArrayList<>(cursor.problems());
        if (dialect == Dialect.ZOQL) {
            tree.ifPresent(parsed -> problems.addAll(PlainZoql.problems(query, parsed, cursor.keywords())));
        }
        return new Parsed(problems.isEmpty() ? tree : Optional.empty(), problems, cursor.doubts(), cursor.keywords());
    }

    /** The pieces of a query, side by side, covering all of it; the last one is empty. */
    public static List<Token> tokens(String query, Dialect dialect) {
        return Lexer.tokens(query, dialect);
    }

    /** The object a query reads, as written, even where the query is wrong elsewhere. */
    public static Optional<String> fromObject(String query, Dialect dialect) {
        List<Token> tokens = Lexer.tokens(query, dialect).stream()
                .filter(token -> token.kind() != Kind.SPACE && token.kind() != Kind.COMMENT)
                .toList();
        Optional<String> inside = Optional.empty();
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            boolean afterDot = i > 0 && tokens.get(i - 1).isSymbol(".");
            if (token.isWord("from") && !afterDot && tokens.get(i + 1).kind() == Kind.WORD) {
                String object = tokens.get(i + 1).text();
                if (depth == 0) {
                    return Optional.of(object);
                }
                inside = inside.or(() -> Optional.of(object));
            }
        }
        return inside;
    }
}
