package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** One thing that must hold, or is wise. A rule tells; it neither throws nor stops the others. */
@FunctionalInterface
interface Rule {

    /**
     * Checks a job.
     *
     * @param job what could be read of the manifest
     * @param places where its values stand; a value that stands in the file but not in {@code job} could not be read
     * @param findings told of each problem
     */
    void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings);
}
