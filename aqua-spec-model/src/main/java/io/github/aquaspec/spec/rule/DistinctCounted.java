package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Query;
import java.util.function.Consumer;

/** {@code distinct} is for {@code count} only (Zuora documentation, AQuA error codes: 90020). */
final class DistinctCounted implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed().stream()
                .flatMap(Query::columns)
                .filter(Column.Aggregate.class::isInstance)
                .map(Column.Aggregate.class::cast)
                .filter(aggregate -> aggregate.distinct() && aggregate.function() != Column.AggregateFunction.COUNT)
                .forEach(aggregate -> findings.accept(Diagnostic.of(
                                ZoqlCode.DISTINCT_OUTSIDE_COUNT, "distinct stands inside another function than count")
                        .at(query.within(aggregate.range()))
                        .fix("leave distinct out")));
    }
}
