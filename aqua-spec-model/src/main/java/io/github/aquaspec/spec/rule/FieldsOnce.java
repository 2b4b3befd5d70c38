package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Each field is selected once, unless aliases keep its columns apart. */
final class FieldsOnce implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        Map<ColumnKey, SelectItem.Selected> first = new HashMap<>();
        query.parsed()
                .ifPresent(parsed -> parsed.selected()
                        .filter(item -> item.alias().isEmpty())
                        .forEach(item -> {
                            SelectItem.Selected earlier =
                                    first.putIfAbsent(ColumnKey.of(item.column(), parsed.from()), item);
                            if (earlier != null) {
                                findings.accept(Diagnostic.of(ZoqlCode.FIELD_TWICE, "this column is selected twice")
                                        .at(query.within(item.range()))
                                        .related(query.within(earlier.range()), "first selected here")
                                        .fix("leave one of them out"));
                            }
                        }));
    }
}
