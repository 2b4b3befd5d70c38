package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.DataSource;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Optional;
import java.util.function.Consumer;

/** A name that Zuora lists nowhere is probably misspelt (Zuora documentation, Export ZOQL: available objects). */
final class ObjectKnown implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        ObjectCatalogue zuora = ObjectCatalogue.zuora();
        query.parsed()
                .map(Query::from)
                .filter(from -> zuora.find(from.text()).isEmpty() && !zuora.isNeverExported(from.text()))
                .ifPresent(from -> {
                    Diagnostic finding = Diagnostic.of(
                                    ZoqlCode.UNKNOWN_OBJECT, "Zuora lists no object " + Quoted.of(from.text()))
                            .at(query.within(from.range()));
                    findings.accept(meant(from.text())
                            .map(name -> finding.fix("write " + name))
                            .orElse(finding));
                });
    }

    private static Optional<String> meant(String name) {
        ObjectCatalogue zuora = ObjectCatalogue.zuora();
        return zuora.documentedFor(name)
                .or(() -> NearNames.nearest(
                        name, zuora.dataSources().stream().map(DataSource::name).toList()));
    }
}
