package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** {@code incrementalTime} is for stateful jobs only (Zuora documentation, Post query with retrieval time). */
final class IncrementalTimeNeedsSession implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.session().incrementalTime().isPresent() && Mode.of(job, places) == Mode.STATELESS) {
            findings.accept(
                    Diagnostic.of(
                                    JobCode.INCREMENTAL_TIME_WITHOUT_SESSION,
                                    "incrementalTime has no effect in a stateless job")
                            .at(places.key(JobPaths.INCREMENTAL_TIME))
                            .fix(
                                    "give the job version: \"1.1\" with partner and project, or leave it out and compare UpdatedDate in the query"));
        }
    }
}
