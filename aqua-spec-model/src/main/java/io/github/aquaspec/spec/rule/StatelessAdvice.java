package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** Zuora itself advises stateless mode with a window of one's own (Zuora documentation, Bulk data extraction). */
final class StatelessAdvice implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (Mode.of(job, places) == Mode.STATEFUL) {
            findings.accept(Diagnostic.of(JobCode.STATEFUL, "Zuora keeps the session of this job")
                    .at(places.key(JobPaths.PARTNER))
                    .related(places.key(JobPaths.PROJECT), ""));
        }
    }
}
