package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Window;
import io.github.aquaspec.spec.source.SourceMap;
import java.time.Duration;
import java.util.function.Consumer;

/** A query may take three hours, and records two (Zuora documentation, AQuA limits, and Bulk data extraction). */
final class TimeEnough implements Rule {

    private static final Duration LONGEST_QUERY = Duration.ofHours(3);

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.timeout().compareTo(LONGEST_QUERY) < 0) {
            findings.accept(Diagnostic.of(JobCode.SHORT_TIMEOUT, "a run waits less than a query may take")
                    .at(places.value(JobPaths.TIMEOUT))
                    .fix("write timeout: PT3H or more, or leave it out"));
        }
        job.window()
                .filter(window -> window.lag().compareTo(Window.DEFAULT_LAG) < 0)
                .ifPresent(window -> findings.accept(
                        Diagnostic.of(JobCode.SHORT_LAG, "the window ends less than two hours before the run")
                                .at(places.value(JobPaths.WINDOW.key("lag")))
                                .fix("write lag: PT2H, or leave it out")));
    }
}
