package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import java.util.function.Consumer;

/**
 * Objects that Export ZOQL cannot read, or not join, though they have a name (Zuora documentation,
 * Export ZOQL: limits; some are known from users of AQuA alone).
 */
final class ObjectsExported implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL) {
            return;
        }
        query.parsed().ifPresent(parsed -> {
            if (ObjectCatalogue.zuora().isNeverExported(parsed.from().text())) {
                findings.accept(
                        Diagnostic.of(ZoqlCode.NOT_EXPORTABLE, parsed.from().text() + " cannot be exported")
                                .at(query.within(parsed.from().range()))
                                .fix("leave this query out"));
            }
            JoinedNames.in(parsed).stream()
                    .filter(name -> ObjectCatalogue.zuora().isNeverJoined(name.text()))
                    .forEach(name ->
                            findings.accept(Diagnostic.of(ZoqlCode.NOT_EXPORTABLE, name.text() + " cannot be joined")
                                    .at(query.within(name.range()))
                                    .fix("leave it out")));
        });
    }
}
