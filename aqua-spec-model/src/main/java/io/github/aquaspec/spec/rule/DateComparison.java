package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A field compared with a value that should be a date.
 *
 * @param field whose name says that it holds dates
 * @param value what stands on the other side of the operator
 */
record DateComparison(Column.Field field, Literal value) {

    /**
     * What a field is called matters, for its type is the tenant's to know. Where its words begin with capitals, the last is
     * Date: a Candidate is none.
     */
    private static final Pattern DATE_FIELD =
            Pattern.compile(".*Date(__[cC])?|[a-z_]*date(__[cC])?|[A-Z_]*DATE(__[cC])?");

    /** All of them that select records, in the order of the text. */
    static Stream<DateComparison> in(Query query) {
        return query.where().stream().flatMap(Condition::predicates).flatMap(DateComparison::of);
    }

    private static Stream<DateComparison> of(Predicate test) {
        return test instanceof Predicate.Comparison comparison
                ? Stream.concat(of(comparison.left(), comparison.right()), of(comparison.right(), comparison.left()))
                : Stream.empty();
    }

    private static Stream<DateComparison> of(Operand field, Operand value) {
        return field instanceof Column.Field date
                        && value instanceof Literal literal
                        && DATE_FIELD.matcher(date.name().text()).matches()
                ? Stream.of(new DateComparison(date, literal))
                : Stream.empty();
    }
}
