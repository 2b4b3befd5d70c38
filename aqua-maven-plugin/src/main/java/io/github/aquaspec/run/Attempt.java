package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.check.ColumnMemory;
import io.github.aquaspec.run.check.JobEnd;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.BugCode;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/** One job behind a snapshot: got, awaited, delivered. It ends in an outcome, whatever happens. */
final class Attempt {

    private static final int FRAMES = 8;

    private final RunTools tools;
    private final ExecutorService downloads;
    private final List<Diagnostic> warnings = new ArrayList<>();
    private JobPlan plan;
    private Optional<Origin> origin = Optional.empty();
    private Optional<String> jobId = Optional.empty();
    /** Whether Zuora has completed the job. */
    private boolean completed;

    Attempt(JobPlan plan, RunTools tools, ExecutorService downloads) {
        this.plan = plan;
        this.tools = tools;
        this.downloads = downloads;
    }

    /** Where the job comes from. */
    @FunctionalInterface
    interface Source {
        Origin origin()
                throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException;
    }

    /** Whether another job may take the place of the one whose files turned out to be gone. */
    boolean mayBeReplaced(JobOutcome outcome) {
        return isGone(outcome.diagnostics())
                && outcome instanceof JobOutcome.Failed
                && origin.filter(Origin::isReplaceable).isPresent();
    }

    JobOutcome outcome(Source source) {
        try {
            Origin from = source.origin();
            origin = Optional.of(from);
            return steps(from);
        } catch (JobFailedException e) {
            return failed(e);
        } catch (CallFailedException e) {
            return failed(List.of(CallTrouble.diagnostic(e.failure())), CallTrouble.retry(e.failure()));
        } catch (StateException e) {
            return LocalTrouble.isStop(e) ? stopped() : failed(List.of(e.diagnostic()), Retry.NEVER);
        } catch (InterruptedException e) {
            return stopped();
        } catch (IOException e) {
            return LocalTrouble.isStop(e)
                    ? stopped()
                    : failed(List.of(LocalTrouble.diagnostic(e, plan.output().folder())), Retry.NEVER);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return failed(List.of(bug(e)), Retry.NEVER);
        } catch (OutOfMemoryError e) {
            return failed(List.of(LocalTrouble.outOfMemory()), Retry.LATER);
        }
    }

    /** No stack trace comes out of a run, so the finding says where it was. */
    private static Diagnostic bug(Throwable e) {
        String where = Arrays.stream(e.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", called by "));
        return Diagnostic.of(BugCode.BUG, "a run met something that should not happen: " + e)
                .why("It was at " + where + ".")
                .fix("please report it with this text");
    }

    /** The job goes on without us, unless the build wants it cancelled; what it has delivered already stays. */
    private JobOutcome stopped() {
        List<Diagnostic> told = new ArrayList<>();
        boolean cancelled = false;
        if (tools.settings().cancelsOnAbort() && jobId.isPresent() && !completed) {
            // Or the request would be interrupted as well.
            Thread.interrupted();
            try {
                tools.client().cancel(jobId.get());
                cancelled = true;
            } catch (CallFailedException e) {
                told.add(CallTrouble.diagnostic(e.failure()));
            } catch (IOException | InterruptedException e) {
                // The build ends before it is known: the next one goes on with what it finds.
            }
        }
        told.add(0, LocalTrouble.interrupted(cancelled));
        Thread.currentThread().interrupt();
        return failed(told, Retry.NOW);
    }

    private JobOutcome steps(Origin from)
            throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
        plan.output().requireFree(tools.disk());
        plan.output().finish(tools.disk());
        Replacement.requireSame(plan, tools.disk());
        Optional<ColumnMemory> columns = ColumnMemory.of(plan, tools.settings());
        if (columns.isPresent()) {
            columns.get().require();
        }
        Opening opening = from.open();
        warnings.addAll(opening.said().found());
        if (tools.settings().strictness().stopsAtAny(warnings)) {
            return failed(List.of(), Retry.NEVER);
        }
        if (!warnings.isEmpty()) {
            tools.listener().on(new RunEvent.Opened(plan.id(), shown(warnings)));
        }
        plan = opening.plan();
        requireClock();
        Origin.Job got = from.job(plan);
        plan = got.plan();
        jobId = Optional.of(got.reply().id());
        tools.listener().on(new RunEvent.Submitted(plan, got.reply(), runKey(from)));
        requireClock();
        JobReply job = new Await(tools).await(plan, got.reply(), warnings::add);
        JobEnd.requireCompleted(plan, job);
        completed = true;
        plan = RepeatedQueries.of(plan, job);
        return new Delivery(tools, downloads, plan, from, opening, warnings).of(job);
    }

    private static Optional<String> runKey(Origin from) {
        return from.journal()
                .flatMap(Journal::live)
                .map(run -> run.begun().key().toString());
    }

    /** A window is what it seems only by a clock that is right. */
    private void requireClock() throws JobFailedException, CallFailedException, InterruptedException {
        if (plan.window().isPresent()) {
            new WindowClock(tools.clock())
                    .require(plan.window().get(), tools.client().clockOffset());
        }
    }

    /** A job that came to nothing is over; one of a session stays until its records are published or healed. */
    private JobOutcome failed(JobFailedException e) {
        List<Diagnostic> all = new ArrayList<>(e.diagnostics());
        Optional<Journal> live =
                origin.flatMap(Origin::journal).filter(journal -> journal.live().isPresent());
        try {
            if (e.isOfTheJob() && !waits() && live.isPresent() && !isReplaceable(e)) {
                live.get().append(new JournalEntry.Ended(JournalEntry.End.FAILED));
            }
        } catch (StateException unwritten) {
            all.add(unwritten.diagnostic());
        }
        return failed(all, e.retry());
    }

    /** Whether no other job can bring what this one has: the session goes on behind it, unless Zuora is told since when. */
    private boolean waits() {
        return completed
                && plan.spec().isStateful()
                && plan.spec().session().incrementalTime().isEmpty();
    }

    private boolean isReplaceable(JobFailedException e) {
        return isGone(e.diagnostics()) && origin.filter(Origin::isReplaceable).isPresent();
    }

    private JobOutcome failed(List<Diagnostic> diagnostics, Retry retry) {
        List<Diagnostic> all = new ArrayList<>(warnings);
        all.addAll(diagnostics);
        if (waits() && origin.flatMap(Origin::journal).isPresent()) {
            all.add(
                    isGone(diagnostics)
                            ? UncollectedJob.gone(plan, jobId.orElseThrow())
                            : UncollectedJob.waits(plan, jobId.orElseThrow()));
        }
        return new JobOutcome.Failed(plan.id(), jobId, shown(all), retry);
    }

    private static boolean isGone(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(found -> found.code() == TransferCode.FILE_GONE);
    }

    /** What a server or a proxy says may hold what we sent. */
    private List<Diagnostic> shown(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> d.words(tools.client()::withoutSecrets))
                .toList();
    }
}
