package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Condition;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Predicate;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** L05, L09 and L10: what ZOQL takes and is better written otherwise (Zuora documentation, Zuora Object Query Language). */
final class PlainZoqlAdvice implements QueryRule {

    private static final int MOST_CONDITIONS = 200;

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (QueryText.dialect(query.query()) != Dialect.ZOQL) {
            return;
        }
        Zoql.parse(query.query().query(), Dialect.ZOQL).keywords().stream()
                .filter(keyword -> !isLowerCase(keyword.in(query.query().query())))
                .findFirst()
                .ifPresent(keyword -> findings.accept(Diagnostic.of(ZoqlCode.CAPITAL_KEYWORDS, "a keyword in capitals")
                        .at(query.within(keyword))
                        .fix("write " + keyword.in(query.query().query()).toLowerCase(Locale.ROOT))));
        QueryText.parsed(query.query()).ifPresent(parsed -> {
            List<Predicate> tests =
                    parsed.where().stream().flatMap(Condition::predicates).toList();
            if (tests.size() > MOST_CONDITIONS) {
                findings.accept(Diagnostic.of(
                                ZoqlCode.MANY_CONDITIONS,
                                "the query has " + tests.size() + " conditions, 200 are documented")
                        .at(query.within(tests.get(MOST_CONDITIONS).range()), "the 201st")
                        .fix("split it into two queries"));
            }
            if (parsed.from().is("RatePlan") && parsed.columns().noneMatch(PlainZoqlAdvice::isAmendmentType)) {
                findings.accept(Diagnostic.of(ZoqlCode.HIDDEN_RATE_PLANS, "rate plans that were removed are left out")
                        .at(query.within(parsed.from().range()))
                        .fix("add where AmendmentType = null or AmendmentType != 'x', or write type: zoqlexport"));
            }
        });
    }

    private static boolean isAmendmentType(Column column) {
        return column.source().filter(field -> field.name().is("AmendmentType")).isPresent();
    }

    private static boolean isLowerCase(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT));
    }
}
