package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.zoql.DataSource;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import java.util.function.Consumer;

/** Of some objects Zuora keeps no deleted records (Zuora documentation, Export deleted data). */
final class DeletedSupported implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (query.query().deleted().isEmpty()) {
            return;
        }
        QueryText.fromObject(query.query())
                .flatMap(ObjectCatalogue.zuora()::find)
                .ifPresent(object -> {
                    switch (object.deletedRows()) {
                        case EXPORTED -> {}
                        case DOCUMENTED_AS_UNSUPPORTED ->
                            findings.accept(finding(QueryCode.DELETED_NOT_SUPPORTED, "Zuora has", object, query));
                        case REPORTED_AS_UNSUPPORTED ->
                            findings.accept(finding(
                                    QueryCode.DELETED_PERHAPS_NOT_SUPPORTED, "Zuora perhaps has", object, query));
                    }
                });
    }

    private static Diagnostic finding(QueryCode code, String zuoraHas, DataSource object, QueryInJob query) {
        return Diagnostic.of(code, zuoraHas + " no deleted records of " + object.name())
                .at(from(query))
                .related(query.key("deleted"), "")
                .fix("leave deleted out");
    }

    /** The object in the query text, or the key of the text where it cannot be parsed. */
    private static Span from(QueryInJob query) {
        return query.parsed()
                .map(parsed -> parsed.from().range())
                .map(query::within)
                .orElseGet(() -> query.key("query"));
    }
}
