package io.github.aquaspec.emulator.query;

import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Operator;
import io.github.aquaspec.spec.zoql.Predicate;
import java.util.ArrayList;
import java.util.List;

/** Conditions of a query as SQL. Null is neither equal nor unequal to anything. */
final class Conditions {

    private final Columns columns;
    private final Comparisons comparisons;

    Conditions(Columns columns, Comparisons comparisons) {
        this.columns = columns;
        this.comparisons = comparisons;
    }

    Sql of(Condition condition) throws QueryRejected {
        if (condition instanceof Condition.And and) {
            return joined(" AND ", and.terms());
        }
        if (condition instanceof Condition.Or or) {
            return joined(" OR ", or.terms());
        }
        if (condition instanceof Condition.Not not) {
            return of(not.term()).in("NOT ");
        }
        if (condition instanceof Condition.Parens parens) {
            return of(parens.inner()).in("");
        }
        return predicate((Predicate) condition);
    }

    private Sql joined(String operator, List<Condition> terms) throws QueryRejected {
        List<Sql> pieces = new ArrayList<>();
        for (Condition term : terms) {
            pieces.add(of(term));
        }
        return Sql.joined(operator, pieces).in("");
    }

    private Sql predicate(Predicate predicate) throws QueryRejected {
        if (predicate instanceof Predicate.IsNull isNull) {
            return comparisons.isNull(columns.of(isNull.column()), isNull.negated());
        }
        if (predicate instanceof Predicate.Like like) {
            return like(columns.of(like.column()), like.pattern().value());
        }
        return comparison((Predicate.Comparison) predicate);
    }

    private Sql comparison(Predicate.Comparison comparison) throws QueryRejected {
        Operand left = comparison.left();
        Operand right = comparison.right();
        if (left instanceof Column column && right instanceof Column other) {
            return comparisons.fields(columns.of(column), comparison.operator(), columns.of(other));
        }
        if (left instanceof Column column) {
            return value(columns.of(column), comparison.operator(), (Literal) right);
        }
        if (right instanceof Column column) {
            return value(columns.of(column), comparison.operator().swapped(), (Literal) left);
        }
        throw QueryRejected.syntax("a comparison needs a field");
    }

    private Sql value(Expression column, Operator operator, Literal literal) throws QueryRejected {
        if (!(literal instanceof Literal.Null)) {
            return comparisons.value(column, operator, literal);
        }
        return switch (operator) {
            case EQUAL -> comparisons.isNull(column, false);
            case NOT_EQUAL -> comparisons.isNull(column, true);
            default -> throw QueryRejected.syntax("null can only be compared with = or !=");
        };
    }

    private static Sql like(Expression column, String pattern) throws QueryRejected {
        if (!column.type().isText()) {
            throw QueryRejected.syntax("like needs a text, and " + column.apiName() + " is none");
        }
        int percent = pattern.indexOf('%');
        if (percent != pattern.lastIndexOf('%') || (percent > 0 && percent < pattern.length() - 1)) {
            throw QueryRejected.syntax("a like pattern takes % once, at its start or its end");
        }
        return Sql.of(column.sql() + " LIKE ? ESCAPE ''", pattern);
    }
}
