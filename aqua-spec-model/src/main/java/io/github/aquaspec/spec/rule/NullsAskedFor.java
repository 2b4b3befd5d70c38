package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Operator;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** {@code !=} leaves out records without a value (Zuora documentation, Export ZOQL: filter statements). */
final class NullsAskedFor implements QueryRule {

    /** Fields that always have a value. */
    private static final Set<String> NEVER_NULL = Set.of("id", "createddate", "updateddate");

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) == Dialect.EXPORT_ZOQL) {
            query.parsed().ifPresent(parsed -> check(query, parsed, findings));
        }
    }

    private static void check(QueryInJob query, Query parsed, Consumer<Diagnostic> findings) {
        Set<ColumnKey> seen = new HashSet<>();
        parsed.where().stream()
                .flatMap(Condition::predicates)
                .flatMap(test -> testedForNull(test).stream())
                .forEach(column -> seen.add(ColumnKey.of(column, parsed.from())));
        parsed.where().stream()
                .flatMap(Condition::asserted)
                .forEach(test -> unequal(test)
                        .filter(field -> seen.add(ColumnKey.of(field, parsed.from())))
                        .ifPresent(field -> findings.accept(Diagnostic.of(
                                        ZoqlCode.NULLS_LEFT_OUT, "records without " + field.text() + " are left out")
                                .at(query.within(test.range()))
                                .fix("write (" + field.text() + " != ... or " + field.text()
                                        + " = null) where they are wanted"))));
    }

    /** The field that a test wants to be another text than one that is not empty. */
    private static Optional<Column.Field> unequal(Predicate test) {
        return test instanceof Predicate.Comparison comparison && comparison.operator() == Operator.NOT_EQUAL
                ? unequal(comparison.left(), comparison.right())
                        .or(() -> unequal(comparison.right(), comparison.left()))
                : Optional.empty();
    }

    private static Optional<Column.Field> unequal(Operand one, Operand other) {
        return other instanceof Literal.Text text
                        && !text.value().isEmpty()
                        && one instanceof Column.Field field
                        && !NEVER_NULL.contains(field.name().text().toLowerCase(Locale.ROOT))
                ? Optional.of(field)
                : Optional.empty();
    }

    private static Optional<Column> testedForNull(Predicate test) {
        if (test instanceof Predicate.IsNull isNull) {
            return Optional.of(isNull.column());
        }
        return test instanceof Predicate.Comparison comparison
                ? testedForNull(comparison.left(), comparison.right())
                        .or(() -> testedForNull(comparison.right(), comparison.left()))
                : Optional.empty();
    }

    private static Optional<Column> testedForNull(Operand one, Operand other) {
        return other instanceof Literal.Null && one instanceof Column column ? Optional.of(column) : Optional.empty();
    }
}
