package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Query;
import io.github.aquaspec.spec.zoql.RelativeTime;
import java.util.Optional;
import java.util.function.Consumer;

/** How a time counted from now is written, in Export ZOQL only (Zuora documentation, Export ZOQL: date and time). */
final class RelativeTimes implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        boolean export = QueryText.dialect(query.query()) == Dialect.EXPORT_ZOQL;
        Optional<Query> parsed = query.parsed();
        parsed.stream()
                .flatMap(Query::columns)
                .filter(RelativeTimes::isClock)
                .forEach(clock -> findings.accept(unquoted().at(query.within(clock.range()))));
        parsed.stream()
                .flatMap(DateComparison::in)
                .map(DateComparison::value)
                .filter(Literal.Text.class::isInstance)
                .map(Literal.Text.class::cast)
                .filter(text -> RelativeTime.isMeantBy(text.value()))
                .filter(text -> !export || isWrong(query, text))
                .map(text -> (export ? malformed() : notInZoql(query)).at(query.within(text.range())))
                .forEach(findings);
    }

    /** Whether a field is a time that lacks its quotes, such as {@code now}. */
    static boolean isClock(Column column) {
        return column instanceof Column.Field field
                && field.prefix().isEmpty()
                && RelativeTime.isClock(field.name().text());
    }

    private static boolean isWrong(QueryInJob query, Literal.Text text) {
        return RelativeTime.of(text.value()).isEmpty() && !query.isPartlyPlaceholder(text.range());
    }

    private static Diagnostic unquoted() {
        return Diagnostic.of(ZoqlCode.RELATIVE_TIME_FORM, "this time has no quotes")
                .fix("write 'now', or a time such as 'today - 30 days', quotes included");
    }

    private static Diagnostic malformed() {
        return Diagnostic.of(ZoqlCode.RELATIVE_TIME_FORM, "this time has another form than Zuora reads")
                .fix("write 'now', 'now - 12 hours', 'today - 30 days' or 'today - 1 month (America/Los_Angeles)',"
                        + " with single blanks");
    }

    private static Diagnostic notInZoql(QueryInJob query) {
        return Diagnostic.of(ZoqlCode.NOT_IN_ZOQL, "ZOQL has no times counted from now")
                .related(query.value("type"), "")
                .fix("write the time itself, or write type: zoqlexport");
    }
}
