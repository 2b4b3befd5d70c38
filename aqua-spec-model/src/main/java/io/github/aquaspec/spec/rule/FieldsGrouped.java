package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Name;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What is selected beside an aggregate is grouped by (Zuora documentation, Export ZOQL: clauses). */
final class FieldsGrouped implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed().filter(FieldsGrouped::groups).ifPresent(parsed -> {
            List<ColumnKey> grouped = parsed.groupBy().stream()
                    .map(column -> ColumnKey.of(column, parsed.from()))
                    .toList();
            parsed.items().stream()
                    .filter(item -> !isGrouped(item, grouped, parsed.from()))
                    .forEach(item -> findings.accept(finding(query, item)));
        });
    }

    private static boolean groups(Query query) {
        return !query.groupBy().isEmpty()
                || query.having().isPresent()
                || query.selected().anyMatch(item -> isAggregate(item.column()));
    }

    private static boolean isAggregate(Column column) {
        return column instanceof Column.Aggregate;
    }

    private static boolean isGrouped(SelectItem item, List<ColumnKey> grouped, Name from) {
        return item instanceof SelectItem.Selected selected
                && (isAggregate(selected.column())
                        || grouped.contains(ColumnKey.of(selected.column(), from))
                        || isGroupedByAlias(selected, grouped));
    }

    /** Whether Zuora takes an alias there is not known. */
    private static boolean isGroupedByAlias(SelectItem.Selected selected, List<ColumnKey> grouped) {
        return selected.alias()
                .map(alias -> new ColumnKey(alias.text().toLowerCase(Locale.ROOT)))
                .filter(grouped::contains)
                .isPresent();
    }

    private static Diagnostic finding(QueryInJob query, SelectItem item) {
        if (!(item instanceof SelectItem.Selected selected)) {
            return Diagnostic.of(ZoqlCode.NOT_GROUPED, "a star beside group by or an aggregate")
                    .at(query.within(item.range()))
                    .fix("name the fields, here and behind group by");
        }
        String column = selected.column().range().in(query.query().query());
        return Diagnostic.of(ZoqlCode.NOT_GROUPED, "this column is not in group by")
                .at(query.within(selected.column().range()))
                .fix("add " + Quoted.of(column).replace("\"", "") + " to group by, or leave it out");
    }
}
