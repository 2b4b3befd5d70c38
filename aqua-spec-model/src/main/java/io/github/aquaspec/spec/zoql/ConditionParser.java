package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Condition.And;
import io.github.aquaspec.spec.zoql.Condition.Not;
import io.github.aquaspec.spec.zoql.Condition.Or;
import io.github.aquaspec.spec.zoql.Condition.Parens;
import io.github.aquaspec.spec.zoql.Predicate.Comparison;
import io.github.aquaspec.spec.zoql.Predicate.IsNull;
import io.github.aquaspec.spec.zoql.Predicate.Like;
import io.github.aquaspec.spec.zoql.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what {@code where} and {@code having} ask: {@code or} binds loosest, then {@code and}, then {@code not}. */
final class ConditionParser {

    private static final Map<String, Operator> OPERATORS = Map.of(
            "=", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<>", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL);

    private final Cursor cursor;
    private final Dialect dialect;
    private final ColumnParser columns;

    ConditionParser(Cursor cursor, Dialect dialect, ColumnParser columns) {
        this.cursor = cursor;
        this.dialect = dialect;
        this.columns = columns;
    }

    Condition condition() {
        List<Condition> terms = new ArrayList<>();
        do {
            terms.add(conjunction());
        } while (cursor.takeWord("or"));
        return terms.size() == 1 ? terms.get(0) : new Or(over(terms), terms);
    }

    private Condition conjunction() {
        List<Condition> terms = new ArrayList<>();
        do {
            terms.add(term());
        } while (cursor.takeWord("and"));
        return terms.size() == 1 ? terms.get(0) : new And(over(terms), terms);
    }

    private static Range over(List<Condition> terms) {
        return terms.get(0).range().through(terms.get(terms.size() - 1).range());
    }

    private Condition term() {
        Range start = cursor.peek().range();
        boolean nested = cursor.peek().isSymbol("(") && !cursor.ahead(1).isWord("select");
        if (!nested && !cursor.peek().isWord("not")) {
            return predicate();
        }
        cursor.enter(start);
        Condition condition;
        if (cursor.takeWord("not")) {
            Condition term = term();
            condition = new Not(cursor.since(start), term);
        } else {
            cursor.take();
            Condition inner = condition();
            cursor.close("`and`, `or` or `)`");
            condition = new Parens(cursor.since(start), inner);
        }
        cursor.leave();
        return condition;
    }

    private Predicate predicate() {
        Operand left = operand();
        Token next = cursor.peek();
        if (left instanceof Column column && cursor.takeWord("is")) {
            boolean negated = cursor.takeWord("not");
            cursor.expectWord("null", negated ? "`null`" : "`null` or `not null`");
            return new IsNull(cursor.since(left.range()), column, negated);
        }
        if (left instanceof Column column && cursor.takeWord("like")) {
            return like(column);
        }
        if (next.isWord("in") || next.isWord("between") || next.isWord("not")) {
            return foreign(left);
        }
        Operator operator = operator();
        Operand right = operand();
        return new Comparison(left.range().through(right.range()), left, operator, next.range(), right);
    }

    private Like like(Column column) {
        if (cursor.peek().kind() != Kind.STRING) {
            throw cursor.unexpected("a quoted pattern");
        }
        Literal.Text pattern = Unquoted.text(cursor.take(), dialect);
        return new Like(cursor.since(column.range()), column, pattern);
    }

    private Operator operator() {
        Token token = cursor.peek();
        Operator operator = token.kind() == Kind.SYMBOL ? OPERATORS.get(token.text()) : null;
        if (operator == null) {
            throw cursor.unexpected("an operator, such as `=`");
        }
        cursor.take();
        if (token.isSymbol("<>")) {
            cursor.doubt(Construct.ANGLE_BRACKETS, token.range());
        }
        return operator;
    }

    /** Reads {@code in}, {@code between} and {@code not like}, which ZOQL does not have, so that parsing goes on behind it. */
    private Predicate foreign(Operand left) {
        Range start = cursor.peek().range();
        boolean negated = cursor.takeWord("not");
        Rewritings rewritings = new Rewritings(cursor, dialect, left.range(), negated);
        if (cursor.takeWord("in")) {
            cursor.problem(Construct.IN, cursor.since(start), rewritings.in());
            if (!cursor.peek().isSymbol("(")) {
                throw cursor.unexpected("`(`");
            }
            cursor.skipParentheses();
        } else if (cursor.takeWord("between")) {
            cursor.problem(Construct.BETWEEN, cursor.since(start), rewritings.between());
            operand();
            cursor.expectWord("and", "`and`");
            operand();
        } else if (negated && cursor.takeWord("like")) {
            cursor.problem(Construct.NOT_LIKE, cursor.since(start), rewritings.like());
            operand();
        } else {
            throw cursor.unexpected("an operator, such as `=`");
        }
        return new Comparison(cursor.since(left.range()), left, Operator.EQUAL, start, new Literal.Null(start));
    }

    private Operand operand() {
        Token token = cursor.peek();
        if (Words.namesAType(token) && cursor.ahead(1).kind() == Kind.STRING) {
            cursor.take();
            cursor.problem(
                    Construct.TYPED_LITERAL, token.range().through(cursor.peek().range()));
            return operand();
        }
        return switch (token.kind()) {
            case STRING -> Unquoted.text(cursor.take(), dialect);
            case DATE -> new Literal.UnquotedDate(cursor.take().range(), token.text());
            case NUMBER -> new Literal.Numeric(cursor.take().range(), new BigDecimal(token.text()));
            case WORD -> word();
            default -> token.isSymbol("-") && cursor.ahead(1).kind() == Kind.NUMBER ? negative() : value();
        };
    }

    private Operand word() {
        Range range = cursor.peek().range();
        if (cursor.takeWord("true")) {
            return new Literal.Bool(range, true);
        }
        if (cursor.takeWord("false")) {
            return new Literal.Bool(range, false);
        }
        return cursor.takeWord("null") ? new Literal.Null(range) : value();
    }

    private Literal negative() {
        Range start = cursor.take().range();
        BigDecimal value = new BigDecimal(cursor.take().text());
        return new Literal.Numeric(cursor.since(start), value.negate());
    }

    private Column value() {
        return columns.column("a field or a value");
    }
}
