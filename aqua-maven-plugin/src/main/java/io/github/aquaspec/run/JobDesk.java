package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks about jobs that were submitted before, and cancels them. */
public record JobDesk(AquaClient client) {

    private interface Question {
        JobStanding ask(NamedJob job) throws CallFailedException, IOException, InterruptedException;
    }

    /**
     * The jobs that were submitted last for manifests; a manifest that never had one on this machine has none.
     *
     * @param states what is remembered of each
     * @param problems takes what cannot be read
     */
    public static List<NamedJob> remembered(Map<ManifestId, StateDirectory> states, List<Diagnostic> problems) {
        List<NamedJob> jobs = new ArrayList<>();
        states.forEach((id, state) -> {
            try {
                state.jobId().ifPresent(last -> jobs.add(NamedJob.of(id, last)));
            } catch (StateException e) {
                problems.add(e.diagnostic());
            }
        });
        return jobs;
    }

    /** How jobs stand. */
    public List<JobStanding> standing(List<NamedJob> jobs) throws IOException, InterruptedException {
        return each(jobs, this::standing);
    }

    /** Cancels jobs that have not come to an end. What has is told; it is an error only where the build named it. */
    public List<JobStanding> cancelled(List<NamedJob> jobs) throws IOException, InterruptedException {
        return each(jobs, this::cancelled);
    }

    private static List<JobStanding> each(List<NamedJob> jobs, Question question)
            throws IOException, InterruptedException {
        List<JobStanding> standings = new ArrayList<>();
        for (NamedJob job : jobs) {
            try {
                standings.add(question.ask(job));
            } catch (CallFailedException e) {
                standings.add(JobStanding.of(job, trouble(job, e.failure())));
            }
        }
        return standings;
    }

    /** That Zuora has forgotten a job of ours is no mistake of anyone; one that a build names it must know. */
    private static Diagnostic trouble(NamedJob job, CallFailure failure) {
        Diagnostic trouble = CallTrouble.diagnostic(failure);
        return job.manifest().isPresent() && failure.kind() == CallFailure.Kind.NOT_FOUND
                ? trouble.severity(Severity.WARNING)
                : trouble;
    }

    private JobStanding standing(NamedJob job) throws CallFailedException, IOException, InterruptedException {
        return JobStanding.of(job, client.job(job.jobId()));
    }

    private JobStanding cancelled(NamedJob job) throws CallFailedException, IOException, InterruptedException {
        JobReply before = client.job(job.jobId());
        if (before.status().isEnd()) {
            return ended(job, before);
        }
        try {
            return JobStanding.of(job, client.cancel(job.jobId())).remarked("cancelled now");
        } catch (CallFailedException e) {
            // What a refusal looks like is not documented, and the job may have ended in between.
            JobReply after = client.job(job.jobId());
            if (!after.status().isEnd()) {
                return JobStanding.of(job, after).troubled(CallTrouble.diagnostic(e.failure()));
            }
            return ended(job, after);
        }
    }

    private static JobStanding ended(NamedJob job, JobReply reply) {
        JobStanding standing = JobStanding.of(job, reply);
        return job.manifest().isPresent()
                ? standing.remarked("had ended already")
                : standing.troubled(Diagnostic.of(
                                ServerCode.ENDED_ALREADY,
                                "job " + job.jobId() + " is " + reply.statusWord()
                                        + " and cannot be cancelled any more")
                        .fix("nothing is left to do; aqua:status shows it"));
    }
}
