package io.github.aquaspec.run;

import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import java.time.Clock;
import java.util.Optional;

/** What a run remembers: the job once Zuora has taken it, the watermark once the snapshot stands. */
final class StateOfRun {

    private final JobPlan plan;
    private final Clock clock;
    private Optional<KnownJob> known = Optional.empty();

    StateOfRun(JobPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /** Zuora has taken a job. */
    void accepted(String jobId) throws StateException {
        KnownJob job = KnownJob.accepted(jobId, clock.instant());
        known = Optional.of(job);
        if (plan.state().isPresent()) {
            plan.state().get().remember(job);
        }
    }

    /** Just before publishing: a run that came too late must not take the place of the one before. */
    void requireUnchanged() throws StateException {
        Optional<WindowPlan> window = plan.window().filter(WindowPlan::movesWatermark);
        if (window.isPresent()) {
            state().require(window.get().before());
        }
    }

    /** The snapshot stands in its place. */
    void published(String jobId) throws StateException {
        Optional<WindowPlan> window = plan.window().filter(WindowPlan::movesWatermark);
        if (window.isPresent()) {
            StateDirectory state = state();
            state.commit(
                    window.get().before(),
                    new WindowPublished(
                            state.identity(),
                            jobId,
                            window.get().range().from(),
                            window.get().range().to()));
        }
        if (plan.state().isPresent() && known.isPresent()) {
            plan.state().get().remember(known.get().asPublished());
        }
    }

    private StateDirectory state() {
        return plan.state().orElseThrow(() -> new IllegalStateException("a window is planned from a state"));
    }
}
