package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.SelectItem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** No alias twice (Zuora documentation, Export ZOQL: select statements). */
final class AliasesApart implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        Map<String, SelectItem.Alias> first = new HashMap<>();
        query.parsed().stream()
                .flatMap(Query::selected)
                .flatMap(item -> item.alias().stream())
                .forEach(alias -> {
                    SelectItem.Alias earlier = first.putIfAbsent(alias.text(), alias);
                    if (earlier != null) {
                        findings.accept(Diagnostic.of(ZoqlCode.EQUAL_ALIASES, "two columns have one alias")
                                .at(query.within(alias.range()))
                                .related(query.within(earlier.range()), "first used here")
                                .fix("give one of them another alias"));
                    }
                });
    }
}
