package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Column.Aggregate;
import io.github.aquaspec.spec.zoql.Column.AggregateFunction;
import io.github.aquaspec.spec.zoql.Column.DateFunction;
import io.github.aquaspec.spec.zoql.Column.DatePart;
import io.github.aquaspec.spec.zoql.Column.Field;
import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.Arrays;
import java.util.Optional;

/** Reads names, fields and calls. */
final class ColumnParser {

    private final Cursor cursor;

    ColumnParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Column column(String wanted) {
        boolean call = cursor.peek().kind() == Kind.WORD
                && cursor.ahead(1).isSymbol("(")
                && !Words.isReserved(cursor.peek(), cursor.ahead(1));
        return call ? call() : field(wanted);
    }

    Field field(String wanted) {
        Name first = name(wanted);
        if (!cursor.takeSymbol(".")) {
            return new Field(first.range(), Optional.empty(), first);
        }
        Name second = part("a field");
        Field field = new Field(first.range().through(second.range()), Optional.of(first), second);
        if (cursor.peek().isSymbol(".")) {
            while (cursor.takeSymbol(".")) {
                part("a field");
            }
            cursor.problem(Construct.NESTED_PATH, cursor.since(first.range()));
        }
        return field;
    }

    /** A name where a keyword may stand as well. */
    Name name(String wanted) {
        if (Words.isReserved(cursor.peek(), cursor.ahead(1))) {
            throw cursor.unexpected(wanted);
        }
        return part(wanted);
    }

    /** A name where no keyword may stand: behind a dot. */
    private Name part(String wanted) {
        if (cursor.peek().kind() != Kind.WORD) {
            throw cursor.unexpected(wanted);
        }
        Token token = cursor.take();
        return new Name(token.range(), token.text());
    }

    private Column call() {
        Token name = cursor.take();
        Optional<AggregateFunction> aggregate = find(AggregateFunction.values(), name);
        Optional<DateFunction> dateFunction = find(DateFunction.values(), name);
        if (aggregate.isPresent()) {
            return aggregate(name, aggregate.get());
        }
        if (dateFunction.isPresent()) {
            cursor.take();
            Field field = argument();
            cursor.close("`)`");
            return new DatePart(cursor.since(name.range()), dateFunction.get(), field);
        }
        cursor.problem(Construct.UNKNOWN_FUNCTION, name.range());
        cursor.skipParentheses();
        return standIn(name);
    }

    private Aggregate aggregate(Token name, AggregateFunction function) {
        cursor.take();
        boolean all = function == AggregateFunction.COUNT && cursor.takeSymbol("*");
        boolean distinct = !all && !cursor.ahead(1).isSymbol(")") && cursor.takeWord("distinct");
        Optional<Field> field = all ? Optional.empty() : Optional.of(argument());
        cursor.close("`)`");
        return new Aggregate(cursor.since(name.range()), function, distinct, field);
    }

    private Field argument() {
        if (cursor.peek().kind() == Kind.WORD && cursor.ahead(1).isSymbol("(")) {
            Token inner = cursor.take();
            cursor.skipParentheses();
            cursor.problem(Construct.NESTED_CALL, cursor.since(inner.range()));
            return standIn(inner);
        }
        return field("a field");
    }

    /** Lets parsing go on behind a problem; no tree that holds it is ever handed out. */
    private static Field standIn(Token token) {
        return new Field(token.range(), Optional.empty(), new Name(token.range(), token.text()));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] functions, Token name) {
        return Arrays.stream(functions)
                .filter(f -> f.name().equalsIgnoreCase(name.text()))
                .findFirst();
    }
}
