package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.run.event.JobState;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks for a job until it has come to an end, or the manifest's patience has. Trouble that may pass is waited out as long:
 * Zuora goes on with the job meanwhile.
 */
record Await(RunTools tools) {

    /**
     * Waits, and hands back the job in a state that is an end.
     *
     * @param warnings takes what is odd on the way
     */
    JobReply await(JobPlan plan, JobReply submitted, Consumer<Diagnostic> warnings)
            throws CallFailedException, IOException, InterruptedException, JobFailedException {
        Instant start = tools.clock().instant();
        Duration timeout = plan.spec().timeout();
        JobReply job = submitted;
        Optional<CallFailedException> trouble = Optional.empty();
        Set<String> unknown = new HashSet<>();
        while (!job.status().isEnd()) {
            if (job.status() == JobStatus.UNKNOWN && unknown.add(job.statusWord())) {
                warnings.accept(unknown(plan, job));
            }
            Duration elapsed = Duration.between(start, tools.clock().instant());
            if (elapsed.compareTo(timeout) >= 0) {
                if (trouble.isPresent()) {
                    throw trouble.get();
                }
                throw timedOut(plan, job);
            }
            Optional<Duration> wished = trouble.flatMap(e -> e.failure().retryAfter());
            Duration pause = tools.settings().polling().next(elapsed, timeout, wished);
            tools.listener().on(new RunEvent.NextLook(plan.id(), pause));
            tools.pause().of(pause);
            try {
                job = asked(plan, job, start);
                trouble = Optional.empty();
            } catch (CallFailedException e) {
                if (!CallTrouble.mayPass(e.failure())) {
                    throw e;
                }
                if (trouble.isEmpty()) {
                    tools.listener().on(new RunEvent.Waiting(plan.id(), CallTrouble.diagnostic(e.failure())));
                }
                trouble = Optional.of(e);
            }
        }
        return job;
    }

    private JobReply asked(JobPlan plan, JobReply job, Instant start)
            throws CallFailedException, IOException, InterruptedException {
        JobReply now = tools.client().job(job.id());
        if (!now.statusWord().equals(job.statusWord())) {
            Duration elapsed = Duration.between(start, tools.clock().instant());
            tools.listener().on(new RunEvent.StatusChanged(plan.id(), now, elapsed));
        } else if (!JobState.of(now).equals(JobState.of(job))) {
            tools.listener().on(new RunEvent.BatchesChanged(plan.id(), now));
        }
        return now;
    }

    private static Diagnostic unknown(JobPlan plan, JobReply job) {
        return Diagnostic.of(
                        ServerCode.UNKNOWN_STATUS,
                        "job " + job.id() + " is \"" + job.statusWord() + "\", a state we do not know")
                .at(plan.atQueries())
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
