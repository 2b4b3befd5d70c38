package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.OrderKey;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An alias names a column of the file, and nothing in the query (Zuora documentation, Export ZOQL: clause limits). */
final class AliasesOnlyName implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed()
                .ifPresent(parsed -> referring(parsed)
                        .forEach(field -> aliased(parsed, field)
                                .ifPresent(item -> findings.accept(finding(query, field, item)))));
    }

    private static Diagnostic finding(QueryInJob query, Column.Field field, SelectItem.Selected item) {
        String column = item.column().range().in(query.query().query());
        return Diagnostic.of(
                        ZoqlCode.ALIAS_REFERRED_TO, Quoted.of(field.name().text()) + " is an alias, wanted a field")
                .at(query.within(field.range()))
                .related(query.within(item.range()), "given here")
                .fix("write " + Quoted.of(column).replace("\"", ""));
    }

    /** The fields of {@code having} and {@code order by} that could be aliases. */
    private static Stream<Column.Field> referring(Query query) {
        return Stream.concat(
                        query.having().stream().flatMap(Condition::predicates).flatMap(Predicate::operands),
                        query.orderBy().stream().map(OrderKey::column))
                .filter(Column.Field.class::isInstance)
                .map(Column.Field.class::cast)
                .filter(field -> field.prefix().isEmpty());
    }

    /** The column that has the alias; empty where a field of that name is selected too. */
    private static Optional<SelectItem.Selected> aliased(Query query, Column.Field field) {
        ColumnKey key = ColumnKey.of(field, query.from());
        boolean isField = query.selected()
                .anyMatch(item -> ColumnKey.of(item.column(), query.from()).equals(key));
        return isField
                ? Optional.empty()
                : query.selected()
                        .filter(item -> item.alias()
                                .filter(alias -> field.name().is(alias.text()))
                                .isPresent())
                        .findFirst();
    }
}
