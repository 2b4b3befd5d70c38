package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import java.util.function.Consumer;

/** What Zuora takes for a missing type is not known. */
final class TypeGiven implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (!query.has("type")) {
            findings.accept(Diagnostic.of(QueryCode.NO_TYPE, "this query has no type")
                    .at(query.head())
                    .fix("add type: zoqlexport"));
        }
    }
}
