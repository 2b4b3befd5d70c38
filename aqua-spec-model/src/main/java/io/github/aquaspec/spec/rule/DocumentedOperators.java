package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Construct;
import java.util.function.Consumer;

/** {@code <>} is not among the operators of either language (Zuora documentation, Export ZOQL: filter statements). */
final class DocumentedOperators implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.reading().doubts().stream()
                .filter(doubt -> doubt.construct() == Construct.ANGLE_BRACKETS)
                .forEach(doubt -> findings.accept(Diagnostic.of(ZoqlCode.ANGLE_BRACKETS, doubt.message())
                        .at(query.within(doubt.range()))
                        .fix("write !=")));
    }
}
