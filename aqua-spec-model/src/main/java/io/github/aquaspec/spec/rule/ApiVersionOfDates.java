package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import java.util.function.Consumer;

/** Version 69 changed dates and dateTimes (Zuora documentation, Date Field Changes in the WSDL). */
final class ApiVersionOfDates implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (query.query().apiVersion().filter(v -> v.major() < 69).isPresent()) {
            findings.accept(Diagnostic.of(QueryCode.OLD_API_VERSION, "this apiVersion is older than 69")
                    .at(query.value("apiVersion"))
                    .fix("write apiVersion: \"69.0\" or later, and compare the dates of the result"));
        }
    }
}
