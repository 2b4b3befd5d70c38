package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Dialect;
import java.util.Locale;
import java.util.function.Consumer;

/** Keywords of ZOQL are better written in lower case (Zuora documentation, Zuora Object Query Language). */
final class KeywordsSmall implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        String text = query.query().query();
        if (QueryText.dialect(query.query()) == Dialect.ZOQL && query.parsed().isPresent()) {
            query.reading().keywords().stream()
                    .filter(keyword -> !keyword.in(text).equals(lower(keyword.in(text))))
                    .findFirst()
                    .ifPresent(keyword ->
                            findings.accept(Diagnostic.of(ZoqlCode.CAPITAL_KEYWORDS, "a keyword has capitals")
                                    .at(query.within(keyword))
                                    .fix("write " + lower(keyword.in(text)))));
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
