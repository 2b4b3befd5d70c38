package io.github.aquaspec.run.check;

import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Operator;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.Range;
import io.github.aquaspec.spec.zoql.RelativeTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A bound that a query sets to {@code UpdatedDate}. A time without a zone is read in that of the tenant, which we do not
 * know: it may be any instant between two.
 *
 * @param isLower whether the range starts there
 * @param earliest the first instant that it may mean
 * @param latest the last
 * @param range where it stands in the text
 */
record UpdatedDateBound(boolean isLower, Instant earliest, Instant latest, Range range) {

    /** The zones where a day begins first, and last. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /** The bounds that every record of a query keeps to. */
    static List<UpdatedDateBound> of(QuerySpec query, Instant now) {
        return FieldInQuery.tree(query).flatMap(Query::where).stream()
                .flatMap(Condition::required)
                .flatMap(test ->
                        test instanceof Predicate.Comparison comparison ? of(comparison, now).stream() : Stream.empty())
                .toList();
    }

    private static Optional<UpdatedDateBound> of(Predicate.Comparison comparison, Instant now) {
        if (isUpdatedDate(comparison.left())) {
            return of(comparison.operator(), comparison.right(), now);
        }
        return isUpdatedDate(comparison.right())
                ? of(comparison.operator().swapped(), comparison.left(), now)
                : Optional.empty();
    }

    private static boolean isUpdatedDate(Operand operand) {
        return operand instanceof Column.Field field && field.name().is("UpdatedDate");
    }

    private static Optional<UpdatedDateBound> of(Operator operator, Operand value, Instant now) {
        boolean isLower = operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL;
        boolean isUpper = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        return isLower || isUpper
                ? meaning(value, now)
                        .map(in -> new UpdatedDateBound(isLower, in.apply(FIRST), in.apply(LAST), value.range()))
                : Optional.empty();
    }

    /** The instant that a value means in a zone. */
    private static Optional<Function<ZoneOffset, Instant>> meaning(Operand value, Instant now) {
        if (value instanceof Literal.UnquotedDate date) {
            return meaning(date.text());
        }
        if (!(value instanceof Literal.Text text)) {
            return Optional.empty();
        }
        Optional<RelativeTime> relative = RelativeTime.of(text.value());
        return relative.isPresent()
                ? Optional.of(zone -> relative.get().at(now, zone).toInstant())
                : meaning(text.value());
    }

    private static Optional<Function<ZoneOffset, Instant>> meaning(String text) {
        DateLiteral literal = DateLiteral.of(text);
        if (literal instanceof DateLiteral.Day day) {
            return Optional.of(in(day.date().atStartOfDay(), day.zone()));
        }
        return literal instanceof DateLiteral.Moment moment
                ? Optional.of(in(moment.time(), moment.zone()))
                : Optional.empty();
    }

    private static Function<ZoneOffset, Instant> in(LocalDateTime time, Optional<ZoneOffset> written) {
        return zone -> time.toInstant(written.orElse(zone));
    }
}
