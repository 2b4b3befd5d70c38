package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says {@code in}, {@code between} and {@code not like} in the words of the query's language. It looks ahead and takes nothing; where it
 * sees more than plain values, it says nothing.
 */
final class Rewritings {

    /** What is longer is read by nobody. */
    private static final int LONGEST = 120;

    private final Cursor cursor;
    private final Dialect dialect;
    private final Range field;
    private final boolean negated;

    /**
     * Right behind the word.
     *
     * @param field what stands before it
     * @param negated whether {@code not} does too
     */
    Rewritings(Cursor cursor, Dialect dialect, Range field, boolean negated) {
        this.cursor = cursor;
        this.dialect = dialect;
        this.field = field;
        this.negated = negated;
    }

    Optional<Rewriting> in() {
        List<String> values = new ArrayList<>();
        int at = 0;
        int length = 0;
        do {
            Token value = cursor.ahead(at + 1);
            length += fieldLength() + value.range().length();
            if (!isValue(value) || length > LONGEST) {
                return Optional.empty();
            }
            values.add(value.text());
            at += 2;
        } while (cursor.ahead(at).isSymbol(","));
        if (!cursor.ahead(0).isSymbol("(") || !cursor.ahead(at).isSymbol(")")) {
            return Optional.empty();
        }
        String said = values.stream()
                .map(value -> name() + (negated ? " != " : " = ") + value)
                .collect(Collectors.joining(negated ? " and " : " or "));
        if (negated || values.size() == 1) {
            return rewriting(at, grouped(said));
        }
        return alternatives(at, said);
    }

    Optional<Rewriting> between() {
        if (!isValue(cursor.ahead(0)) || !cursor.ahead(1).isWord("and") || !isValue(cursor.ahead(2))) {
            return Optional.empty();
        }
        if (2 * fieldLength()
                        + cursor.ahead(0).range().length()
                        + cursor.ahead(2).range().length()
                > LONGEST) {
            return Optional.empty();
        }
        String low = cursor.ahead(0).text();
        String high = cursor.ahead(2).text();
        return negated
                ? alternatives(2, name() + " < " + low + " or " + name() + " > " + high)
                : rewriting(2, grouped(name() + " >= " + low + " and " + name() + " <= " + high));
    }

    /** ZOQL has no {@code not}, and nothing in its place. */
    Optional<Rewriting> like() {
        return isValue(cursor.ahead(0))
                        && dialect == Dialect.EXPORT_ZOQL
                        && fieldLength() + cursor.ahead(0).range().length() <= LONGEST
                ? rewriting(0, "not " + name() + " like " + cursor.ahead(0).text())
                : Optional.empty();
    }

    private String name() {
        return cursor.text(field);
    }

    private int fieldLength() {
        return field.length();
    }

    /** {@code or} binds looser than the {@code and} that may stand beside it, and ZOQL has no parentheses to say so. */
    private Optional<Rewriting> alternatives(int last, String text) {
        return dialect == Dialect.EXPORT_ZOQL ? rewriting(last, grouped(text)) : Optional.empty();
    }

    /** {@code not} may stand before it, where {@code and} binds looser. */
    private String grouped(String tests) {
        boolean several = tests.contains(" and ") || tests.contains(" or ");
        return dialect == Dialect.EXPORT_ZOQL && several ? "(" + tests + ")" : tests;
    }

    private Optional<Rewriting> rewriting(int last, String text) {
        Range range = field.through(cursor.ahead(last).range());
        return Optional.of(new Rewriting(range, text)).filter(r -> r.text().length() <= LONGEST);
    }

    private static boolean isValue(Token token) {
        return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.kind() == Kind.DATE;
    }
}
