package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.DateLiteral;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.FieldCatalogue;
import io.github.aquaspec.spec.zoql.Literal;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * From API version 69 on, ZOQL compares days with days and times with times (Zuora documentation, Date field
 * changes in the SOAP API), and custom fields that hold dates with no null.
 */
final class PlainZoqlDates implements QueryRule {

    /** {@code ChurnDate__c} and {@code churn_date__c}, but neither {@code LastUpdate__c} nor {@code Mandate__c}. */
    private static final Pattern CUSTOM_DATE = Pattern.compile("(.*(Date|_date|_DATE)|date)__[cC]");

    private static final Set<String> TIMES = Set.of("createddate", "updateddate");
    private static final int FIRST_VERSION = 69;

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.ZOQL) {
            return;
        }
        query.parsed()
                .ifPresent(parsed -> DateComparison.in(parsed).forEach(comparison -> {
                    if (comparison.value() instanceof Literal.Null) {
                        nullTest(query, comparison).ifPresent(findings);
                    } else if (isSplit(query)) {
                        otherKind(query, parsed, comparison).ifPresent(findings);
                    }
                }));
    }

    /** Whether days and times are told apart; without a version Zuora takes its newest. */
    private static boolean isSplit(QueryInJob query) {
        return query.query()
                .apiVersion()
                .map(version -> version.major() >= FIRST_VERSION)
                .orElse(!query.has("apiVersion"));
    }

    private static Optional<Diagnostic> nullTest(QueryInJob query, DateComparison comparison) {
        return CUSTOM_DATE.matcher(comparison.field().name().text()).matches()
                ? Optional.of(Diagnostic.of(ZoqlCode.NULL_DATE, "a custom date is compared with null")
                        .at(query.within(comparison.field().range()))
                        .fix("write type: zoqlexport, where it works, or sift where the file is read"))
                : Optional.empty();
    }

    private static Optional<Diagnostic> otherKind(QueryInJob query, Query parsed, DateComparison comparison) {
        DateLiteral value = DateLiteral.of(DateText.written(comparison.value()));
        String field = comparison.field().name().text();
        boolean day = FieldCatalogue.zuora().isDay(parsed.from().text(), field);
        if (day && value instanceof DateLiteral.Moment moment) {
            return Optional.of(finding(query, comparison, field + " holds days, and is compared with a time")
                    .fix(fix(
                            query,
                            comparison,
                            "date",
                            moment.time().toLocalDate().toString())));
        }
        if (TIMES.contains(field.toLowerCase(Locale.ROOT)) && value instanceof DateLiteral.Day on) {
            return Optional.of(finding(query, comparison, field + " holds times, and is compared with a day")
                    .fix(fix(query, comparison, "dateTime", on.date() + "T00:00:00Z")));
        }
        return Optional.empty();
    }

    private static String fix(QueryInJob query, DateComparison comparison, String type, String value) {
        String written = query.within(comparison.value().range()).text();
        if (written.contains("${window.")) {
            return "ask the window for UpdatedDate";
        }
        return written.contains("${") ? "take a parameter of type " + type : "write '" + value + "'";
    }

    private static Diagnostic finding(QueryInJob query, DateComparison comparison, String message) {
        return Diagnostic.of(ZoqlCode.OTHER_KIND_OF_DATE, message)
                .at(query.within(comparison.value().range()));
    }
}
