package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Literal;
import java.util.function.Consumer;

/** An offset behind a day, on which Zuora's pages disagree (Export ZOQL: filter statements; date and time). */
final class DaysWithoutOffset implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed().stream()
                .flatMap(DateComparison::in)
                .map(DateComparison::value)
                .filter(value -> value instanceof Literal.Text text
                        && DateLiteral.of(text.value()) instanceof DateLiteral.Day day
                        && day.zone().isPresent())
                .forEach(value -> findings.accept(Diagnostic.of(ZoqlCode.DAY_WITH_OFFSET, "this day has an offset")
                        .at(query.within(value.range()))
                        .fix("write the day alone, or a dateTime such as '2026-08-01T00:00:00Z'")));
    }
}
