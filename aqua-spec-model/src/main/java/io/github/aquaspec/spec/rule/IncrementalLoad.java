package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.QuerySpec;
import java.util.Optional;
import java.util.function.Consumer;

/** A stateless job never loads incrementally, so no query of it can expect that. */
final class IncrementalLoad implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (Mode.of(query) == Mode.STATELESS) {
            query.expectations().stream()
                    .filter(expected -> isIncremental(expected.expect()))
                    .forEach(expected -> findings.accept(Diagnostic.of(
                                    JobCode.LOAD_WITHOUT_SESSION, "a stateless job never loads incrementally")
                            .at(query.value(expected.key("load")))
                            .fix("write load: full, or give the job version: \"1.1\" with partner and project")));
        }
    }

    static boolean isExpected(QuerySpec query) {
        return isIncremental(query.expect()) || isIncremental(query.warn());
    }

    private static boolean isIncremental(Expect expect) {
        return expect.load().equals(Optional.of(Expect.Load.INCREMENTAL));
    }
}
