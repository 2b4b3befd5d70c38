package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.Column.Field;
import io.github.aquaspec.spec.zoql.Predicate.Comparison;
import io.github.aquaspec.spec.zoql.Predicate.IsNull;
import io.github.aquaspec.spec.zoql.Predicate.Like;
import io.github.aquaspec.spec.zoql.SelectItem.RelatedStar;
import io.github.aquaspec.spec.zoql.SelectItem.Selected;
import io.github.aquaspec.spec.zoql.SelectItem.Star;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what Export ZOQL has and ZOQL has not (Zuora documentation, Zuora Object Query Language: limitations). Needs no
 * recursion of its own beyond the depth the parser allows.
 */
final class PlainZoql {

    private final String text;
    private final Query query;
    private final List<Range> keywords;
    private final List<Problem> problems = new ArrayList<>();

    private PlainZoql(String text, Query query, List<Range> keywords) {
        this.text = text;
        this.query = query;
        this.keywords = keywords;
    }

    static List<Problem> problems(String text, Query query, List<Range> keywords) {
        PlainZoql check = new PlainZoql(text, query, keywords);
        check.query.items().forEach(check::item);
        query.where().ifPresent(check::condition);
        check.clauses();
        return check.problems;
    }

    private void clauses() {
        query.groupBy().stream().findFirst().ifPresent(c -> clause(Construct.GROUP_BY, 2, c.range()));
        query.having().ifPresent(h -> clause(Construct.HAVING, 1, h.range()));
        query.orderBy().stream().findFirst().ifPresent(k -> clause(Construct.ORDER_BY, 2, k.range()));
        query.limit().ifPresent(l -> problem(Construct.LIMIT, l.range()));
    }

    private void item(SelectItem item) {
        if (item instanceof Star || item instanceof RelatedStar) {
            problem(Construct.STAR, item.range());
        } else if (item instanceof Selected selected) {
            operand(selected.column());
            selected.alias().ifPresent(alias -> problem(Construct.ALIAS, alias.range()));
        }
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.And and) {
            and.terms().forEach(this::condition);
        } else if (condition instanceof Condition.Or or) {
            or.terms().forEach(this::condition);
        } else if (condition instanceof Condition.Not not) {
            problem(Construct.NOT, not.range());
            condition(not.term());
        } else if (condition instanceof Condition.Parens parens) {
            problem(Construct.PARENTHESES, parens.range());
            condition(parens.inner());
        } else if (condition instanceof Comparison comparison) {
            comparison(comparison);
        } else if (condition instanceof Like like) {
            operand(like.column());
        } else if (condition instanceof IsNull isNull) {
            problem(Construct.IS_NULL, isNull.range());
            operand(isNull.column());
        }
    }

    private void comparison(Comparison comparison) {
        if (comparison.left() instanceof Column && comparison.right() instanceof Column) {
            problem(Construct.FIELD_TO_FIELD, comparison.range());
        }
        operand(comparison.left());
        operand(comparison.right());
    }

    private void operand(Operand operand) {
        if (operand instanceof Field field) {
            if (field.isJoined(query.from())) {
                problem(Construct.JOINED_FIELD, field.range());
            }
        } else if (operand instanceof Column) {
            problem(Construct.FUNCTION, operand.range());
        }
    }

    /** A clause is told by its keywords, the last ones before what they begin. */
    private void clause(Construct construct, int words, Range first) {
        List<Range> before =
                keywords.stream().filter(word -> word.to() <= first.from()).toList();
        List<Range> own = before.subList(before.size() - words, before.size());
        problem(construct, own.get(0).through(own.get(words - 1)));
    }

    private void problem(Construct construct, Range range) {
        problems.add(Problem.of(construct, range, text));
    }
}
