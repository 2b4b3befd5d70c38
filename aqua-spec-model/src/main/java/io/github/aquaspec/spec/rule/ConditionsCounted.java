package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.List;
import java.util.function.Consumer;

/** ZOQL takes 200 conditions (Zuora documentation, Zuora Object Query Language). */
final class ConditionsCounted implements QueryRule {

    private static final int MOST = 200;

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.ZOQL) {
            return;
        }
        List<Predicate> tests = query.parsed().flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .toList();
        if (tests.size() > MOST) {
            findings.accept(Diagnostic.of(
                            ZoqlCode.MANY_CONDITIONS,
                            "the query has " + tests.size() + " conditions, 200 are documented")
                    .at(query.within(tests.get(MOST).range()), "the 201st")
                    .fix("split it into two queries"));
        }
    }
}
