package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.model.QueryType;
import java.util.function.Consumer;

/** Deleted records are documented for Export ZOQL only (Zuora documentation, Post query examples). */
final class DeletedWithZoql implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (query.query().deleted().isPresent() && query.query().effectiveType() == QueryType.ZOQL) {
            findings.accept(
                    Diagnostic.of(QueryCode.DELETED_WITH_ZOQL, "deleted records are not documented for type zoql")
                            .at(query.key("deleted"))
                            .related(query.value("type"), "")
                            .fix("write type: zoqlexport"));
        }
    }
}
