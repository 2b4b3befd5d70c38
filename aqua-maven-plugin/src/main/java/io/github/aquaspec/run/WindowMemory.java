package io.github.aquaspec.run;

import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.WindowPublished;
import java.util.List;
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

    /** A run that came too late submits nothing, and does not take the place of the one before. */
    void requireUnchanged() throws JobFailedException, StateException {
        try {
            state.require(window.before());
        } catch (StateException e) {
            if (e.diagnostic().code() == StateCode.CHANGED) {
                throw new JobFailedException(e.diagnostic(), Retry.NOW).ofTheJob();
            }
            throw e;
        }
    }

    /** The snapshot stands in its place: the next window begins where this one ends. Once more changes nothing. */
    void published(String jobId, List<QueryResult> results) throws StateException {
        if (window.before().filter(last -> last.jobId().equals(jobId)).isPresent()) {
            return;
        }
        state.commit(
                window.before(),
                new WindowPublished(
                        state.identity(),
                        jobId,
                        window.range().from(),
                        window.range().to(),
                        window.queries(),
                        results.stream().map(QueryResult::records).toList()));
    }
}
