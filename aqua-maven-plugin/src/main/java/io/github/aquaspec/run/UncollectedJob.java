package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.util.Optional;

/**
 * A job of a session that Zuora took and whose snapshot never came to be: a build was stopped, or its data failed a
 * check. Zuora's session goes on from it all the same, so it is collected before another one is submitted.
 */
record UncollectedJob(AquaClient client, JobPlan plan, StateDirectory state) {

    /** Fails when the last job of this manifest is under way, or completed and in no snapshot. */
    void requireNone()
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        Optional<KnownJob> known = state.job().filter(job -> !job.published());
        Optional<JobReply> job =
                known.isEmpty() ? Optional.empty() : at(known.get().jobId());
        if (job.isPresent() && (!job.get().status().isEnd() || job.get().status() == JobStatus.COMPLETED)) {
            throw new JobFailedException(of(plan, job.get().id(), job.get().status()), Retry.NEVER);
        }
    }

    private Optional<JobReply> at(String jobId) throws CallFailedException, IOException, InterruptedException {
        try {
            return Optional.of(client.job(jobId));
        } catch (CallFailedException e) {
            if (e.failure().kind() == CallFailure.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static Diagnostic of(JobPlan plan, String jobId, JobStatus status) {
        return Diagnostic.of(
                        SessionCode.UNCOLLECTED,
                        "job " + jobId + " of this manifest is "
                                + (status == JobStatus.COMPLETED ? "completed" : "still under way")
                                + ", and its records are in no snapshot")
                .at(plan.places().value(SpecPath.ROOT.key("project")))
                .fix("mvn aqua:fetch -Daqua.jobId=" + jobId + " -Daqua.select=" + plan.id()
                        + " collects it; where its files are gone (Zuora keeps them for 3 days), -Daqua.heal gets"
                        + " everything since what was published last, or an incrementalTime everything since a time of"
                        + " yours");
    }
}
