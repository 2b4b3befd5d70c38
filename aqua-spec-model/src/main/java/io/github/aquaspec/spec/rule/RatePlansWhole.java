package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.function.Consumer;

/**
 * ZOQL leaves out rate plans that an amendment has removed, unless {@code where} asks for their {@code AmendmentType}
 * (Zuora documentation, Zuora Object Query Language).
 */
final class RatePlansWhole implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.ZOQL) {
            return;
        }
        query.parsed()
                .filter(parsed -> parsed.from().is("RatePlan") && !asksForAmendmentType(parsed))
                .ifPresent(parsed -> findings.accept(
                        Diagnostic.of(ZoqlCode.HIDDEN_RATE_PLANS, "rate plans that were removed are left out")
                                .at(query.within(parsed.from().range()))
                                .fix(fix(parsed))));
    }

    /** ZOQL has no parentheses, so a condition that is there has to be said twice. */
    private static String fix(Query query) {
        return query.where().isEmpty()
                ? "add where AmendmentType = null or AmendmentType != null, or write type: zoqlexport"
                : "write type: zoqlexport, or the condition twice: "
                        + "AmendmentType = null and ... or AmendmentType != null and ...";
    }

    private static boolean asksForAmendmentType(Query query) {
        return query.where().stream()
                .flatMap(Condition::predicates)
                .flatMap(Predicate::operands)
                .anyMatch(operand ->
                        operand instanceof Column.Field field && field.name().is("AmendmentType"));
    }
}
