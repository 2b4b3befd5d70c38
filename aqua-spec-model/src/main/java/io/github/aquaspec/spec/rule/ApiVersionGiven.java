package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import java.util.function.Consumer;

/** Without {@code apiVersion} Zuora takes its newest (Zuora documentation, Post query with API version). */
final class ApiVersionGiven implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (!query.has("apiVersion")) {
            findings.accept(Diagnostic.of(QueryCode.NO_API_VERSION, "this query has no apiVersion")
                    .at(query.head())
                    .fix("add apiVersion: \"145.0\", or the version you test with"));
        }
    }
}
