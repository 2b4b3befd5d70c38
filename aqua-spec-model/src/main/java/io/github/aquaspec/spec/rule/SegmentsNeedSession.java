package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** Results come in parts only in full loads of stateful jobs (Zuora documentation, File segmentation). */
final class SegmentsNeedSession implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.output().segments() == Output.Segments.KEEP && Mode.of(job, places) == Mode.STATELESS) {
            findings.accept(Diagnostic.of(
                            JobCode.SEGMENTS_WITHOUT_SESSION, "the result of a stateless job never comes in parts")
                    .at(places.value(JobPaths.SEGMENTS))
                    .fix("leave segments out"));
        }
    }
}
