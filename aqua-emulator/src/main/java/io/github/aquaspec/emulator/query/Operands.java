package io.github.aquaspec.emulator.query;

import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Predicate;
import java.util.stream.Stream;

/** The columns that a predicate looks at. */
final class Operands {

    private Operands() {}

    static Stream<Column> columns(Predicate predicate) {
        if (predicate instanceof Predicate.Like like) {
            return Stream.of(like.column());
        }
        if (predicate instanceof Predicate.IsNull isNull) {
            return Stream.of(isNull.column());
        }
        Predicate.Comparison comparison = (Predicate.Comparison) predicate;
        return Stream.of(comparison.left(), comparison.right())
                .filter(Column.class::isInstance)
                .map(Column.class::cast);
    }
}
