package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.http.Pause;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks for a job until it has come to an end, or the manifest's patience has. */
record Await(AquaClient client, Polling polling, Pause pause, Clock clock, RunListener listener) {

    /** Waits, and hands back the job in a state that is an end. */
    JobReply await(JobPlan plan, JobReply submitted)
            throws CallFailedException, IOException, InterruptedException, JobFailedException {
        Instant start = clock.instant();
        Duration timeout = plan.spec().timeout();
        JobReply job = submitted;
        while (!job.status().isEnd()) {
            Duration elapsed = Duration.between(start, clock.instant());
            if (elapsed.compareTo(timeout) >= 0) {
                throw timedOut(plan, job);
            }
            Duration left = timeout.minus(elapsed);
            Duration next = polling.next(elapsed);
            pause.of(next.compareTo(left) < 0 ? next : left);
            JobReply now = client.job(job.id());
            if (!now.statusWord().equals(job.statusWord())) {
                listener.on(new RunEvent.StatusChanged(plan.id(), now, Duration.between(start, clock.instant())));
            }
            job = now;
        }
        return job;
    }

    private static JobFailedException timedOut(JobPlan plan, JobReply job) {
        String state = job.status() == JobStatus.UNKNOWN
                ? "\"" + job.statusWord() + "\", a state we do not know"
                : job.statusWord();
        Diagnostic diagnostic = Diagnostic.of(
                        ServerCode.TIMEOUT,
                        "job " + job.id() + " is " + state + " after "
                                + plan.spec().timeout())
                .at(plan.places().key(SpecPath.ROOT.key("timeout")))
                .fix("raise `timeout`, or make the queries smaller");
        return new JobFailedException(diagnostic, Retry.LATER);
    }
}
