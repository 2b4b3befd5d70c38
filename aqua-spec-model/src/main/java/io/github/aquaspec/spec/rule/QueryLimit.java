package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** At most 50 queries (Zuora documentation, AQuA limits). */
final class QueryLimit implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        int count = job.queries().size();
        if (count > JobSpec.MOST_QUERIES) {
            findings.accept(Diagnostic.of(JobCode.TOO_MANY_QUERIES, "a job holds at most 50 queries, found " + count)
                    .at(QueryInJob.all(job, places).get(JobSpec.MOST_QUERIES).head(), "the 51st")
                    .related(places.key(JobPaths.QUERIES), "")
                    .fix("move queries into a second manifest"));
        }
    }
}
