package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** Only a session has a last job whose queries could be added (Zuora API reference, Submit a query job). */
final class LastQueriesNeedSession implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        boolean wanted = job.session().useLastCompletedJobQueries().orElse(false);
        if (wanted && Mode.of(job, places) == Mode.STATELESS) {
            findings.accept(Diagnostic.of(JobCode.LAST_QUERIES_WITHOUT_SESSION, "a stateless job has no last job")
                    .at(places.key(JobPaths.LAST_QUERIES))
                    .fix("leave it out, or give the job version: \"1.1\" with partner and project"));
        }
    }
}
