package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.SelectItem.Alias;
import io.github.aquaspec.spec.zoql.SelectItem.RelatedStar;
import io.github.aquaspec.spec.zoql.SelectItem.Selected;
import io.github.aquaspec.spec.zoql.SelectItem.Star;
import io.github.aquaspec.spec.zoql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the clauses of a query, by recursive descent. It reads Export ZOQL, of which ZOQL has a part; {@link PlainZoql}
 * finds the rest.
 */
final class Parser {

    private final Cursor cursor;
    private final Dialect dialect;
    private final ColumnParser columns;
    private final ConditionParser conditions;

    Parser(Cursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.dialect = dialect;
        this.columns = new ColumnParser(cursor);
        this.conditions = new ConditionParser(cursor, dialect, columns);
    }

    Query query() {
        Range start = cursor.peek().range();
        cursor.expectWord("select", "`select`");
        if (cursor.peek().isWord("distinct") && selectsBehindDistinct()) {
            cursor.problem(Construct.SELECT_DISTINCT, cursor.take().range());
        }
        List<SelectItem> items = list(this::item);
        cursor.expectWord("from", "`,` or `from`");
        Name from = object();
        Optional<Condition> where = condition("where");
        List<Column> groupBy = cursor.takeWords("group", "by") ? list(this::grouped) : List.of();
        Optional<Condition> having = condition("having");
        List<OrderKey> orderBy = cursor.takeWords("order", "by") ? list(this::orderKey) : List.of();
        Optional<Limit> limit = limit();
        Range range = cursor.since(start);
        end(where.isPresent());
        return new Query(range, items, from, where, groupBy, having, orderBy, limit);
    }

    private boolean selectsBehindDistinct() {
        Token next = cursor.ahead(1);
        return next.isSymbol("*")
                || next.isSymbol("(")
                || (next.kind() == Kind.WORD && !next.isWord("from") && !next.isWord("as"));
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        do {
            elements.add(element.get());
        } while (cursor.takeSymbol(","));
        return elements;
    }

    private SelectItem item() {
        Token first = cursor.peek();
        if (cursor.takeSymbol("*")) {
            return new Star(first.range());
        }
        if (first.kind() == Kind.WORD
                && cursor.ahead(1).isSymbol(".")
                && cursor.ahead(2).isSymbol("*")) {
            Name relation = columns.name("a field");
            cursor.take();
            cursor.take();
            return new RelatedStar(cursor.since(first.range()), relation);
        }
        Column column = columns.column("a field");
        Optional<Alias> alias = cursor.takeWord("as") ? Optional.of(alias()) : Optional.empty();
        return new Selected(cursor.since(first.range()), column, alias);
    }

    private Alias alias() {
        if (cursor.peek().kind() == Kind.STRING) {
            Literal.Text text = Unquoted.text(cursor.take(), dialect);
            return new Alias(text.range(), text.value());
        }
        Name name = columns.name("another name");
        return new Alias(name.range(), name.text());
    }

    private Name object() {
        Name from = columns.name("an object");
        if (cursor.peek().isWord("as") || isAlias()) {
            cursor.problem(Construct.OBJECT_ALIAS, cursor.peek().range());
            boolean written = cursor.takeWord("as");
            if (!written || cursor.peek().kind() == Kind.WORD) {
                cursor.take();
            }
        }
        Token next = cursor.peek();
        if (next.isSymbol(",")) {
            throw cursor.stop(Construct.SEVERAL_OBJECTS, next.range());
        }
        return from;
    }

    /** A word behind the object, unless what follows it tells that it was meant for a clause. */
    private boolean isAlias() {
        return cursor.peek().kind() == Kind.WORD && !goesOn(0) && goesOn(1);
    }

    /** Whether the query could go on behind its object, as in SQL, with a token ahead. */
    private boolean goesOn(int ahead) {
        Token token = cursor.ahead(ahead);
        return token.kind() == Kind.END
                || token.isSymbol(",")
                || token.isSymbol(";")
                || Words.isReserved(token, cursor.ahead(ahead + 1))
                || Words.joins(token)
                || Words.unites(token)
                || startsClause(token);
    }

    /** A clause that is only begun deserves a better word than the alias it could be taken for. */
    private static boolean startsClause(Token token) {
        return token.isWord("group") || token.isWord("order") || token.isWord("limit");
    }

    private Optional<Condition> condition(String keyword) {
        return cursor.takeWord(keyword) ? Optional.of(conditions.condition()) : Optional.empty();
    }

    private Column grouped() {
        return columns.column("a field");
    }

    private OrderKey orderKey() {
        Column column = columns.column("a field");
        boolean descending = cursor.takeWord("desc");
        if (!descending) {
            cursor.takeWord("asc");
        }
        return new OrderKey(cursor.since(column.range()), column, descending);
    }

    private Optional<Limit> limit() {
        Range start = cursor.peek().range();
        if (!cursor.takeWord("limit")) {
            return Optional.empty();
        }
        long first = rows();
        if (!cursor.takeSymbol(",")) {
            return Optional.of(new Limit(cursor.since(start), 0, first));
        }
        long count = rows();
        return Optional.of(new Limit(cursor.since(start), first, count));
    }

    private long rows() {
        Token token = cursor.peek();
        if (token.kind() != Kind.NUMBER || !token.text().matches("\\d{1,18}")) {
            throw cursor.unexpected("a number of rows");
        }
        cursor.take();
        return Long.parseLong(token.text());
    }

    private void end(boolean filtered) {
        cursor.takeSymbol(";");
        if (cursor.peek().kind() != Kind.END) {
            throw cursor.unexpected(filtered ? "`and`, `or`, a later clause or the end" : "another clause or the end");
        }
    }
}
