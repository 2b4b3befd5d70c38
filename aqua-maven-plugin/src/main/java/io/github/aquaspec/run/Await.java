package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Asks for a job until it has come to an end, or the manifest's patience has. */
record Await(AquaClient client, Polling polling, Pause pause, Clock clock, RunListener listener) {

    /**
     * Waits, and hands back the job in a state that is an end.
     *
     * @param warnings takes what is odd on the way
     */
    JobReply await(JobPlan plan, JobReply submitted, Consumer<Diagnostic> warnings)
            throws CallFailedException, IOException, InterruptedException, JobFailedException {
        Instant start = clock.instant();
        Duration timeout = plan.spec().timeout();
        JobReply job = submitted;
        Set<String> unknown = new HashSet<>();
        while (!job.status().isEnd()) {
            if (job.status() == JobStatus.UNKNOWN && unknown.add(job.statusWord())) {
                warnings.accept(unknown(plan, job));
            }
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

    private static Diagnostic unknown(JobPlan plan, JobReply job) {
        return Diagnostic.of(
                        ServerCode.UNKNOWN_STATUS,
                        "job " + job.id() + " is \"" + job.statusWord() + "\", a state we do not know")
                .at(plan.places().key(SpecPath.ROOT.key("queries")))
                .fix("look for a newer version of this plugin; `timeout` bounds the wait");
    }

    private static JobFailedException timedOut(JobPlan plan, JobReply job) {
        Diagnostic diagnostic = Diagnostic.of(
                        ServerCode.TIMEOUT,
                        "job " + job.id() + " is still \"" + job.statusWord() + "\" after "
                                + plan.spec().timeout())
                .at(plan.places().key(SpecPath.ROOT.key("timeout")))
                .fix("raise `timeout`, for instance `timeout: PT8H`; or make the queries smaller");
        return new JobFailedException(diagnostic, Retry.LATER);
    }
}
