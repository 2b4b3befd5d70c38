package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Name;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A join of more than 61 tables fails (Zuora documentation, Data source exports). How many a query needs hangs on the
 * tenant's custom fields; this counts each that is selected as a list, which is the most it can be.
 */
final class TablesJoined implements QueryRule {

    private static final int MOST = 61;

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL) {
            return;
        }
        query.parsed().ifPresent(parsed -> {
            List<Column.Field> custom = parsed.selected()
                    .flatMap(item -> item.column().source().stream())
                    .filter(field -> lower(field.name()).endsWith("__c"))
                    .toList();
            long objects = 1L + JoinedNames.in(parsed).size();
            long withCustom = custom.stream()
                    .map(field -> lower(field.prefix().orElse(parsed.from())))
                    .distinct()
                    .count();
            long lists = custom.stream()
                    .map(field -> ColumnKey.of(field, parsed.from()))
                    .distinct()
                    .count();
            long tables = objects + withCustom + 2 * lists;
            if (tables > MOST) {
                findings.accept(Diagnostic.of(
                                QueryCode.MANY_TABLES,
                                "the query may need up to " + tables + " tables, 61 are possible")
                        .at(query.head())
                        .fix("split it into two queries, each with the Id and a part of the custom fields"));
            }
        });
    }

    private static String lower(Name name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
