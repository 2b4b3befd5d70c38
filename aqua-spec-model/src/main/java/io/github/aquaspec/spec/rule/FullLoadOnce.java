package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.Expect;
import java.util.Optional;
import java.util.function.Consumer;

/** A session loads a query in full once, and then what changed (Zuora documentation, Stateless and Stateful Modes). */
final class FullLoadOnce implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        if (Mode.of(query) == Mode.STATEFUL) {
            query.expectations().stream()
                    .filter(expected -> expected.expect().load().equals(Optional.of(Expect.Load.FULL)))
                    .forEach(expected -> findings.accept(
                            Diagnostic.of(JobCode.FULL_LOAD_IN_SESSION, "a stateful job loads in full only once")
                                    .at(query.value(expected.key("load")))
                                    .fix("write load: any, or load: incremental once the session has begun")));
        }
    }
}
