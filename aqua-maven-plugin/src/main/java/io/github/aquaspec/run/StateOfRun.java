package io.github.aquaspec.run;

import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run remembers: the job once Zuora has taken it, the end of the window once the snapshot stands. */
final class StateOfRun {

    private final JobPlan plan;
    private final Clock clock;
    private final List<Diagnostic> troubles = new ArrayList<>();
    private Optional<KnownJob> known = Optional.empty();

    StateOfRun(JobPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /** Zuora has taken a job. */
    void accepted(String jobId) {
        known = Optional.of(KnownJob.accepted(jobId, clock.instant()));
        known.ifPresent(this::keep);
    }

    /** Just before publishing: a run that came too late must not take the place of the one before. */
    void requireUnchanged() throws StateException {
        Optional<WindowPlan> window = plan.window().filter(WindowPlan::movesWatermark);
        if (window.isPresent()) {
            state().require(window.get().before());
        }
    }

    /** The snapshot stands in its place: the next window begins where this one ends. */
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
                            window.get().range().to(),
                            window.get().queries()));
        }
        known.map(KnownJob::asPublished).ifPresent(this::keep);
    }

    /** What could not be kept in mind, as warnings. */
    List<Diagnostic> troubles() {
        return List.copyOf(troubles);
    }

    /** A job that cannot be kept in mind goes on all the same: without it only status and cancel know less. */
    private void keep(KnownJob job) {
        try {
            if (plan.state().isPresent()) {
                plan.state().get().remember(job);
            }
        } catch (StateException e) {
            troubles.add(e.diagnostic().severity(Severity.WARNING));
        }
    }

    private StateDirectory state() {
        return plan.state().orElseThrow(() -> new IllegalStateException("a window is planned from a state"));
    }
}
