package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The column that marks deleted records comes first, as {@code Object.Column} (Zuora documentation, Export deleted
 * data), so the object's own field of that name would come a second time.
 */
final class DeletedColumnApart implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.query()
                .deleted()
                .map(Deleted::column)
                .ifPresent(column -> query.parsed().stream()
                        .flatMap(DeletedColumnApart::ownFields)
                        .filter(field -> field.name().is(column))
                        .forEach(field -> findings.accept(Diagnostic.of(
                                        QueryCode.DELETED_COLUMN_SELECTED,
                                        "the column " + Quoted.of(column) + " is a selected field too")
                                .at(query.value("deleted.column"))
                                .related(query.within(field.range()), "selected here")
                                .fix("give the column a name of its own"))));
    }

    private static Stream<Column.Field> ownFields(Query query) {
        return query.selected()
                .filter(item -> item.alias().isEmpty())
                .map(SelectItem.Selected::column)
                .filter(Column.Field.class::isInstance)
                .map(Column.Field.class::cast)
                .filter(field -> !field.isJoined(query.from()));
    }
}
