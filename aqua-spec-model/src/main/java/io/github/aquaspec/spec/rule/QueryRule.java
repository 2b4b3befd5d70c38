package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** A rule that looks at one query at a time. */
interface QueryRule extends Rule {

    void check(QueryInJob query, Consumer<Diagnostic> findings);

    @Override
    default void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        QueryInJob.all(job, places).forEach(query -> check(query, findings));
    }
}
