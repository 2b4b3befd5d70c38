package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Query;
import java.util.function.Consumer;

/** The first records of no order are any records (Zuora documentation, Export ZOQL: clauses). */
final class LimitOrdered implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed()
                .filter(parsed -> parsed.orderBy().isEmpty())
                .flatMap(Query::limit)
                .ifPresent(
                        limit -> findings.accept(Diagnostic.of(ZoqlCode.LIMIT_WITHOUT_ORDER, "a limit without order by")
                                .at(query.within(limit.range()))
                                .fix("write order by before it, with a field such as Id")));
    }
}
