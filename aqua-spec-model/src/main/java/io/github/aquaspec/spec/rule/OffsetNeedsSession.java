package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** An offset has no effect in a stateless job. */
final class OffsetNeedsSession implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (isGiven(job) && Mode.of(job, places) == Mode.STATELESS) {
            findings.accept(Diagnostic.of(JobCode.OFFSET_WITHOUT_SESSION, "an offset has no effect in a stateless job")
                    .at(places.key(JobPaths.OFFSET))
                    .fix("leave offset out, or give the job version: \"1.1\" with partner and project"));
        }
    }

    /** Whether there is an offset; one of nothing is none. */
    static boolean isGiven(JobSpec job) {
        return job.session().offset().filter(seconds -> seconds > 0).isPresent();
    }
}
