package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Query;
import java.util.function.Consumer;

/** At most five fields in {@code group by} (Zuora documentation, Export ZOQL: clause limits). */
final class GroupsInRange implements QueryRule {

    private static final int MOST = 5;

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed()
                .map(Query::groupBy)
                .filter(groups -> groups.size() > MOST)
                .ifPresent(groups -> findings.accept(Diagnostic.of(
                                ZoqlCode.MANY_GROUPS, "expected at most 5 fields in group by, found " + groups.size())
                        .at(query.within(groups.get(MOST).range()))
                        .fix("leave " + (groups.size() - MOST) + " out, here and in select")));
    }
}
