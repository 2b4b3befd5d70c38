package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.QueryType;
import java.util.function.Consumer;

/** A query has at most 20,000 characters (Zuora documentation, Export ZOQL; not said of ZOQL). */
final class QueryLength implements QueryRule {

    private static final int LONGEST = 20_000;

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        String text = query.query().query();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            Diagnostic finding = Diagnostic.of(
                            QueryCode.LONG_QUERY, "the query has " + length + " characters, at most 20000 are taken")
                    .at(query.key("query"))
                    .fix("split it into several queries");
            boolean documented = query.query().effectiveType() == QueryType.ZOQLEXPORT;
            findings.accept(documented ? finding : finding.severity(Severity.WARNING));
        }
    }
}
