package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Operand;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Query;
import java.util.function.Consumer;

/** No function in {@code where} (Zuora documentation, Export ZOQL: clauses, and date and time functions). */
final class FunctionsPlaced implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed().flatMap(Query::where).stream()
                .flatMap(Condition::predicates)
                .flatMap(Predicate::operands)
                .forEach(operand -> {
                    if (operand instanceof Column.DatePart) {
                        findings.accept(finding(query, operand, "compare the field itself with dates"));
                    } else if (operand instanceof Column.Aggregate) {
                        findings.accept(finding(query, operand, "write the condition behind having"));
                    }
                });
    }

    private static Diagnostic finding(QueryInJob query, Operand call, String fix) {
        return Diagnostic.of(ZoqlCode.MISPLACED_FUNCTION, "a function stands in where, wanted a field")
                .at(query.within(call.range()))
                .fix(fix);
    }
}
