package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.run.event.EarlierRun;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.StateLock;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/** One manifest, from its lock to its outcome. It ends in an outcome, whatever happens. */
final class JobRun {

    private final RunTools tools;
    private final ExecutorService downloads;
    private final BooleanSupplier stopped;

    /**
     * What runs manifests.
     *
     * @param stopped whether the build is stopped, and nothing is begun any more
     */
    JobRun(RunTools tools, ExecutorService downloads, BooleanSupplier stopped) {
        this.tools = tools;
        this.downloads = downloads;
        this.stopped = stopped;
    }

    /** Gets the job behind a snapshot. */
    @FunctionalInterface
    private interface Source {
        Origin origin(JobPlan plan)
                throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException;
    }

    /** Runs a plan: the run before is gone on with, or a job is submitted. */
    JobOutcome run(JobPlan plan) {
        return told(plan, p -> Beginning.of(p, tools));
    }

    /** Collects a job that exists already into the place of a plan. */
    JobOutcome collect(JobPlan plan, String jobId) {
        return told(plan, p -> new ExistingJob(p, jobId, tools));
    }

    private JobOutcome told(JobPlan plan, Source source) {
        JobOutcome outcome = stopped.getAsBoolean() ? notBegun(plan) : locked(plan, source);
        tools.listener().on(new RunEvent.Ended(outcome));
        return outcome;
    }

    private static JobOutcome notBegun(JobPlan plan) {
        return new JobOutcome.Failed(plan.id(), Optional.empty(), List.of(LocalTrouble.interrupted()), Retry.NOW);
    }

    /** One run at a time holds a manifest: between what it reads and what it writes nobody else publishes. */
    private JobOutcome locked(JobPlan plan, Source source) {
        if (plan.state().isEmpty()) {
            return ended(plan, source);
        }
        try {
            StateLock lock = plan.state().get().lock(holder());
            try {
                return ended(plan, source);
            } finally {
                lock.close();
            }
        } catch (StateException e) {
            return LocalTrouble.isStop(e)
                    ? notBegun(plan)
                    : new JobOutcome.Failed(plan.id(), Optional.empty(), List.of(e.diagnostic()), retry(e));
        }
    }

    private static Retry retry(StateException e) {
        return e.diagnostic().code() == StateCode.LOCKED ? Retry.LATER : Retry.NEVER;
    }

    private JobOutcome ended(JobPlan plan, Source source) {
        try {
            tools.listener().on(new RunEvent.Started(plan, EarlierRun.of(plan)));
        } catch (UncheckedIOException e) {
            List<Diagnostic> told =
                    List.of(LocalTrouble.ofReceipts(e.getCause(), plan.output().folder()));
            return new JobOutcome.Failed(plan.id(), Optional.empty(), told, Retry.NEVER);
        }
        Attempt attempt = new Attempt(plan, tools, downloads);
        JobOutcome outcome = attempt.outcome(() -> source.origin(plan));
        return attempt.mayBeReplaced(outcome)
                ? new Attempt(plan, tools, downloads).outcome(() -> Beginning.instead(plan, tools))
                : outcome;
    }

    /** For whoever finds the manifest locked. */
    private String holder() {
        ProcessHandle process = ProcessHandle.current();
        String key = tools.settings().runKey().map(word -> ", run key " + word).orElse("");
        return "process " + process.pid() + " of user " + System.getProperty("user.name") + ", since "
                + tools.clock().instant() + key;
    }
}
