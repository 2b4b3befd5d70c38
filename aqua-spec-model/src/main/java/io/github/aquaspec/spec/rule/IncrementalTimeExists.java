package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * Hosts in the United States read {@code incrementalTime} in Pacific time, where an hour is skipped in spring and
 * repeated in autumn (Zuora documentation, Post query with retrieval time).
 */
final class IncrementalTimeExists implements Rule {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        job.session().incrementalTime().ifPresent(time -> {
            int instants = PACIFIC.getRules().getValidOffsets(time).size();
            if (instants != 1) {
                findings.accept(Diagnostic.of(
                                JobCode.AMBIGUOUS_INCREMENTAL_TIME,
                                "for hosts in the United States this time "
                                        + (instants == 0 ? "does not exist" : "comes twice")
                                        + ", clocks change there")
                        .at(places.value(JobPaths.INCREMENTAL_TIME))
                        .fix("on such a host, write a time an hour earlier"));
            }
        });
    }
}
