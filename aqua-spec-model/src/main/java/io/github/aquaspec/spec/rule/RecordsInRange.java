package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.model.Expect;
import java.util.function.Consumer;

/** A range of records has a number in it. */
final class RecordsInRange implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.expectations().stream()
                .filter(expected -> isEmpty(expected.expect()))
                .forEach(expected -> findings.accept(Diagnostic.of(QueryCode.EMPTY_RANGE, "max is less than min")
                        .at(query.value(expected.key("records.max")))
                        .related(query.value(expected.key("records.min")), "")
                        .fix("swap the two numbers")));
    }

    private static boolean isEmpty(Expect expect) {
        return expect.minRecords()
                .flatMap(min -> expect.maxRecords().filter(max -> max < min))
                .isPresent();
    }
}
