package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Z29 and Z30: each object is best exported by itself, and filtered by UpdatedDate (Zuora documentation, Bulk data extraction). */
final class ObjectsApart implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL) {
            return;
        }
        QueryText.parsed(query.query()).ifPresent(parsed -> {
            fields(QueryText.selected(parsed).map(SelectItem.Selected::column))
                    .filter(field ->
                            field.isJoined(parsed.from()) && !field.name().is("Id"))
                    .findFirst()
                    .ifPresent(field -> findings.accept(
                            Diagnostic.of(ZoqlCode.JOINED_FIELDS, "a field of a joined object is selected")
                                    .at(query.within(field.range()))
                                    .fix("select " + field.prefix().orElseThrow()
                                            + ".Id, and export that object by a query" + " of its own")));
            fields(parsed.where().stream()
                            .flatMap(Condition::predicates)
                            .flatMap(Predicate::operands)
                            .filter(Column.class::isInstance)
                            .map(Column.class::cast))
                    .filter(field -> field.isJoined(parsed.from()))
                    .findFirst()
                    .ifPresent(field -> findings.accept(
                            Diagnostic.of(ZoqlCode.JOINED_FILTER, "records are sifted by a field of a joined object")
                                    .at(query.within(field.range()))
                                    .fix("sift where the file is read")));
        });
    }

    private static Stream<Column.Field> fields(Stream<Column> columns) {
        return columns.flatMap(column -> column.source().stream());
    }
}
