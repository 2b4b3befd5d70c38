package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Operator;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Z35: {@code !=} leaves out records without a value (Zuora documentation, Export ZOQL: filter statements). */
final class NullsAskedFor implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        Set<String> seen = new HashSet<>();
        List<Predicate> tests = QueryText.parsed(query.query()).flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .toList();
        tests.stream()
                .filter(Predicate.Comparison.class::isInstance)
                .map(Predicate.Comparison.class::cast)
                .filter(test -> test.operator() == Operator.NOT_EQUAL && test.right() instanceof Literal.Text)
                .filter(test -> test.left() instanceof Column.Field field
                        && !field.name().is("Id"))
                .filter(test ->
                        seen.add(((Column.Field) test.left()).name().text().toLowerCase(Locale.ROOT)))
                .filter(test -> tests.stream().noneMatch(other -> asksForNull(other, (Column.Field) test.left())))
                .forEach(test -> findings.accept(Diagnostic.of(
                                ZoqlCode.NULLS_LEFT_OUT,
                                "records without " + ((Column.Field) test.left()).name() + " are left out")
                        .at(query.within(test.range()))
                        .fix("add or " + ((Column.Field) test.left()).name() + " = null where they are wanted")));
    }

    private static boolean asksForNull(Predicate test, Column.Field field) {
        if (test instanceof Predicate.IsNull isNull) {
            return isSame(isNull.column(), field);
        }
        return test instanceof Predicate.Comparison comparison
                && comparison.right() instanceof Literal.Null
                && isSame(comparison.left(), field);
    }

    private static boolean isSame(Operand operand, Column.Field field) {
        return operand instanceof Column.Field other && other.name().is(field.name());
    }
}
