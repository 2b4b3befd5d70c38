package io.github.aquaspec.run;

import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import java.util.Optional;

/**
 * Remembers the window that was published, once its snapshot stands. One that is extracted again leaves no trace here.
 *
 * @param state of the manifest
 * @param window the one that is extracted
 */
record WindowMemory(StateDirectory state, WindowPlan window) {

    /** The memory that a run of a plan has to keep, if it has one. */
    static Optional<WindowMemory> of(JobPlan plan) {
        return plan.window()
                .filter(WindowPlan::movesWatermark)
                .flatMap(window -> plan.state().map(state -> new WindowMemory(state, window)));
    }

    /** Just before publishing: a run that came too late must not take the place of the one before. */
    void requireUnchanged() throws StateException {
        state.require(window.before());
    }

    /** The snapshot stands in its place: the next window begins where this one ends. */
    void published(String jobId) throws StateException {
        state.commit(
                window.before(),
                new WindowPublished(
                        state.identity(),
                        jobId,
                        window.range().from(),
                        window.range().to(),
                        window.queries()));
    }
}
