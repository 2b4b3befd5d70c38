package io.github.aquaspec.spec.zoql;

import java.util.Locale;
import java.util.Set;

/** Which words have a meaning of their own. Most can be names too: there is an object {@code Order}. */
final class Words {

    /** Never a field or an object. */
    private static final Set<String> RESERVED = Set.of(
            "select", "from", "where", "and", "or", "not", "having", "is", "in", "like", "between", "as", "by", "null",
            "true", "false", "asc", "desc", "union", "join", "on", "when", "then", "else");

    private static final Set<String> JOINS = Set.of("join", "inner", "left", "right", "full", "outer", "cross", "on");
    private static final Set<String> UNIONS = Set.of("union", "intersect", "except", "minus");
    private static final Set<String> TYPES = Set.of("timestamp", "date", "datetime", "time", "interval");

    private Words() {}

    /** Whether a word can only be a keyword here. */
    static boolean isReserved(Token word, Token next) {
        return is(word, RESERVED)
                || ((word.isWord("group") || word.isWord("order")) && next.isWord("by"))
                || (word.isWord("limit") && next.kind() == Token.Kind.NUMBER)
                || (word.isWord("case") && next.kind() == Token.Kind.WORD && !is(next, RESERVED))
                || (word.isWord("case") && next.isWord("when"))
                || (word.isWord("exists") && next.isSymbol("("));
    }

    static boolean joins(Token token) {
        return is(token, JOINS);
    }

    static boolean unites(Token token) {
        return is(token, UNIONS);
    }

    static boolean namesAType(Token token) {
        return is(token, TYPES);
    }

    private static boolean is(Token token, Set<String> words) {
        return token.kind() == Token.Kind.WORD && words.contains(token.text().toLowerCase(Locale.ROOT));
    }
}
