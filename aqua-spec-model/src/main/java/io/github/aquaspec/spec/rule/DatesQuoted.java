package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Predicate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Export ZOQL has its dates in quotes, ZOQL has them either way (Zuora documentation, Export ZOQL: filter statements;
 * Zuora Object Query Language).
 */
final class DatesQuoted implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL) {
            return;
        }
        query.parsed().stream()
                .flatMap(parsed -> Stream.of(parsed.where(), parsed.having()))
                .flatMap(Optional::stream)
                .flatMap(Condition::predicates)
                .flatMap(Predicate::operands)
                .filter(Literal.UnquotedDate.class::isInstance)
                .map(Literal.UnquotedDate.class::cast)
                .forEach(date -> findings.accept(Diagnostic.of(ZoqlCode.DATE_WITHOUT_QUOTES, "this date has no quotes")
                        .at(query.within(date.range()))
                        .fix("write " + DateText.quoted(date.text()))));
    }
}
