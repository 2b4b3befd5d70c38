package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import java.util.function.Consumer;

/**
 * What looks like a date, beside a field that holds dates, is one that Zuora reads (Zuora documentation, Export ZOQL:
 * filter statements).
 */
final class DatesReal implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.EXPORT_ZOQL) {
            return;
        }
        query.parsed().stream()
                .flatMap(DateComparison::in)
                .map(DateComparison::value)
                .filter(value -> isMalformed(value) && !query.isPartlyPlaceholder(value.range()))
                .forEach(value -> findings.accept(Diagnostic.of(ZoqlCode.NOT_A_DATE, "this is no date that Zuora reads")
                        .at(query.within(value.range()))
                        .fix("write a day of the calendar such as '2026-08-01', or a dateTime such as"
                                + " '2026-08-01T00:00:00Z'")));
    }

    private static boolean isMalformed(Literal value) {
        if (value instanceof Literal.Numeric number) {
            return DateLiteral.of(number.value().toPlainString()) instanceof DateLiteral.Malformed;
        }
        return value instanceof Literal.Text text && DateLiteral.of(text.value()) instanceof DateLiteral.Malformed;
    }
}
