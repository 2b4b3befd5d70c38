package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Name;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Operator;
import io.github.aquaspec.spec.zoql.Predicate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A range of time that the text itself gives has an instant in it. */
final class TimeRangeNotEmpty implements QueryRule {

    /**
     * One side of a range.
     *
     * @param column what is compared
     * @param isLower whether it says where the range starts
     * @param isInclusive whether the bound itself is in the range
     * @param value the bound
     * @param place where it stands
     */
    private record Bound(ColumnKey column, boolean isLower, boolean isInclusive, DateLiteral value, Span place) {

        boolean leavesNothingWith(Bound upper) {
            return isLower
                    && !upper.isLower
                    && column.equals(upper.column)
                    && (endsBefore(upper) || (endsAt(upper) && !(isInclusive && upper.isInclusive)));
        }

        private boolean endsBefore(Bound upper) {
            return order(value, upper.value).filter(order -> order > 0).isPresent();
        }

        private boolean endsAt(Bound upper) {
            return order(value, upper.value).filter(order -> order == 0).isPresent();
        }

        Diagnostic finding(Bound upper) {
            Diagnostic finding = endsAt(upper)
                    ? Diagnostic.of(ZoqlCode.EMPTY_TIME_RANGE, "the range ends where it starts")
                            .fix("move one of the two; >= and <= together hold a day that both name")
                    : Diagnostic.of(ZoqlCode.EMPTY_TIME_RANGE, "the range ends before it starts")
                            .fix("swap the two, or move the end");
            return finding.at(place, "starts here").related(upper.place, "ends here");
        }
    }

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        List<Bound> bounds = query.parsed().stream()
                .flatMap(parsed -> parsed.where().stream()
                        .flatMap(Condition::required)
                        .flatMap(test -> bound(test, parsed.from(), query)))
                .toList();
        for (Bound lower : bounds) {
            bounds.stream()
                    .filter(lower::leavesNothingWith)
                    .findFirst()
                    .ifPresent(upper -> findings.accept(lower.finding(upper)));
        }
    }

    private static Stream<Bound> bound(Predicate test, Name from, QueryInJob query) {
        if (!(test instanceof Predicate.Comparison comparison)) {
            return Stream.empty();
        }
        if (comparison.left() instanceof Column.Field field) {
            return bound(ColumnKey.of(field, from), comparison.operator(), comparison.right(), query);
        }
        return comparison.right() instanceof Column.Field field
                ? bound(ColumnKey.of(field, from), comparison.operator().swapped(), comparison.left(), query)
                : Stream.empty();
    }

    /** Nothing where a placeholder stands: its value is that of one run. */
    private static Stream<Bound> bound(ColumnKey column, Operator operator, Operand value, QueryInJob query) {
        boolean lower = operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL;
        boolean upper = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        if (!(value instanceof Literal literal) || !(lower || upper) || query.hasPlaceholder(value.range())) {
            return Stream.empty();
        }
        boolean inclusive = operator == Operator.GREATER_OR_EQUAL || operator == Operator.LESS_OR_EQUAL;
        return Stream.of(new Bound(
                column, lower, inclusive, DateLiteral.of(DateText.written(literal)), query.within(value.range())));
    }

    /** How two times follow each other; empty where that hangs on a zone. */
    private static Optional<Integer> order(DateLiteral a, DateLiteral b) {
        if (a instanceof DateLiteral.Day first && b instanceof DateLiteral.Day second) {
            return Optional.of(first.date().compareTo(second.date()));
        }
        if (!(a instanceof DateLiteral.Moment first) || !(b instanceof DateLiteral.Moment second)) {
            return Optional.empty();
        }
        if (first.zone().isPresent() != second.zone().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(utc(first).compareTo(utc(second)));
    }

    private static LocalDateTime utc(DateLiteral.Moment moment) {
        int offset = moment.zone().map(ZoneOffset::getTotalSeconds).orElse(0);
        return moment.time().minusSeconds(offset);
    }
}
