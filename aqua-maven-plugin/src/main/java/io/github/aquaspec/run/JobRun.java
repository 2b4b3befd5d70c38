package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.run.state.KnownJob;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** One manifest: submit, await, download and verify, publish. It ends in an outcome, whatever happens. */
final class JobRun {

    private final AquaClient client;
    private final Await await;
    private final Download download;
    private final ExecutorService downloads;
    private final RunListener listener;
    private final Disk disk;
    private final Strictness strictness;
    private final Publish publish;
    private final RunSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    JobRun(
            AquaClient client,
            RunSettings settings,
            ExecutorService downloads,
            RunListener listener,
            Pause pause,
            Clock clock) {
        this.client = client;
        this.await = new Await(client, settings.polling(), pause, clock, listener);
        this.download = new Download(client, pause, settings.keys());
        this.downloads = downloads;
        this.listener = listener;
        this.strictness = settings.strictness();
        this.disk = Disk.local();
        this.settings = settings;
        this.clock = clock;
        this.zone = settings.zone().orElse(ZoneOffset.UTC);
        this.publish = new Publish(disk, zone);
    }

    /** Runs a plan: a job is submitted for it. */
    JobOutcome run(JobPlan plan) {
        return told(plan, new NewJob(plan, client, settings, clock));
    }

    /** Collects a job that exists already into the place of a plan. */
    JobOutcome collect(JobPlan plan, String jobId) {
        return told(plan, new ExistingJob(plan, jobId, client, settings));
    }

    private JobOutcome told(JobPlan plan, Origin origin) {
        listener.on(new RunEvent.Started(plan));
        JobOutcome outcome = new Attempt(plan, origin).outcome();
        listener.on(new RunEvent.Ended(outcome));
        return outcome;
    }

    private final class Attempt {

        private final Origin origin;
        private final List<Diagnostic> warnings = new ArrayList<>();
        private JobPlan plan;
        private Optional<String> jobId = Optional.empty();
        /** The job of ours that Zuora completed. */
        private Optional<KnownJob> left = Optional.empty();

        Attempt(JobPlan plan, Origin origin) {
            this.plan = plan;
            this.origin = origin;
        }

        JobOutcome outcome() {
            try {
                return steps();
            } catch (JobFailedException e) {
                return failed(e.diagnostics(), e.retry());
            } catch (CallFailedException e) {
                return failed(List.of(CallTrouble.diagnostic(e.failure())), CallTrouble.retry(e.failure()));
            } catch (StateException e) {
                return failed(List.of(e.diagnostic()), Retry.NEVER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failed(List.of(LocalTrouble.interrupted()), Retry.NOW);
            } catch (IOException e) {
                return failed(List.of(LocalTrouble.diagnostic(e, plan.output().folder())), Retry.NEVER);
            } catch (RuntimeException e) {
                return failed(
                        List.of(Diagnostic.of(BugCode.BUG, "a run met something that should not happen: " + e)
                                .fix("please report it with the output of mvn -e")),
                        Retry.NEVER);
            }
        }

        private JobOutcome steps()
                throws JobFailedException, CallFailedException, StateException, IOException, InterruptedException {
            plan.output().requireFree(disk);
            Replacement.requireSame(plan, disk);
            Opening opening = origin.open();
            warnings.addAll(opening.said().found());
            if (strictness.stopsAtAny(opening.said().found())) {
                return failed(List.of(), Retry.NEVER);
            }
            if (!opening.said().found().isEmpty()) {
                listener.on(new RunEvent.Opened(plan.id(), shown(opening.said().found())));
            }
            plan = opening.plan();
            requireClock();
            JobReply submitted = origin.job(plan);
            jobId = Optional.of(submitted.id());
            Optional<KnownJob> known = origin.known(submitted.id());
            known.ifPresent(this::keep);
            listener.on(new RunEvent.Submitted(plan, submitted));
            requireClock();
            JobReply job = await.await(plan, submitted, warnings::add);
            JobEnd.requireCompleted(plan, job);
            left = known;
            plan = RepeatedQueries.of(plan, job);
            List<BatchReply> batches = BatchMatch.of(plan, job);
            FileIds.requireApart(plan, job, batches);
            Path directory = plan.snapshot(job, zone);
            try (StagingDirectory staging = StagingDirectory.create(disk, directory)) {
                List<QueryResult> results = fetch(batches, staging);
                ContentCheck.Verdict verdict = ContentCheck.of(plan, results)
                        .and(SessionCheck.of(plan, job, results, opening.loads(), settings.zone()));
                if (strictness.stopsAtAny(warnings) || strictness.stopsAtAny(verdict.found())) {
                    return failed(verdict.found(), verdict.retry());
                }
                Optional<WindowMemory> memory = WindowMemory.of(plan);
                if (memory.isPresent()) {
                    memory.get().requireUnchanged();
                }
                origin.requireUnchanged(opening);
                publish.publish(plan, job, results, staging);
                left = Optional.empty();
                known.map(KnownJob::asPublished).ifPresent(this::keep);
                warnings.addAll(verdict.found());
                warnings.addAll(remembered(memory, opening, job));
                return new JobOutcome.Published(
                        plan.id(),
                        job,
                        results,
                        directory,
                        shown(warnings),
                        accepted(opening.said().and(verdict)));
            }
        }

        /** A window is what it seems only by a clock that is right. */
        private void requireClock() throws JobFailedException, CallFailedException, InterruptedException {
            if (plan.window().isPresent()) {
                new WindowClock(clock).require(plan.window().get(), client.clockOffset());
            }
        }

        /** The snapshot stands whatever comes of this; what is not remembered is an error of the build all the same. */
        private List<Diagnostic> remembered(Optional<WindowMemory> memory, Opening opening, JobReply job) {
            try {
                if (memory.isPresent()) {
                    memory.get().published(job.id());
                }
                return origin.remember(opening, plan, job);
            } catch (StateException e) {
                return List.of(e.diagnostic());
            }
        }

        /** A job that cannot be kept in mind goes on all the same: without this file only status and cancel know less. */
        private void keep(KnownJob job) {
            try {
                if (plan.state().isPresent()) {
                    plan.state().get().remember(job);
                }
            } catch (StateException e) {
                warnings.add(e.diagnostic().severity(Severity.WARNING));
            }
        }

        /** What the manifest silences, in the manifest itself and in what came of it. */
        private List<Suppressed> accepted(ContentCheck.Verdict verdict) {
            return Stream.concat(plan.suppressed().stream(), verdict.accepted().stream())
                    .toList();
        }

        /** Fetches all files; when one fails, those not begun are not begun any more. */
        private List<QueryResult> fetch(List<BatchReply> batches, StagingDirectory staging)
                throws JobFailedException, IOException, InterruptedException {
            AtomicBoolean inVain = new AtomicBoolean();
            JobPlan answered = plan;
            List<Future<Optional<QueryResult>>> futures = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                int query = i;
                futures.add(downloads.submit(() -> {
                    if (inVain.get()) {
                        return Optional.empty();
                    }
                    boolean done = false;
                    try {
                        QueryResult result = download.result(answered, query, batches.get(query), staging);
                        listener.on(new RunEvent.FileVerified(answered.id(), result));
                        done = true;
                        return Optional.of(result);
                    } finally {
                        inVain.compareAndSet(false, !done);
                    }
                }));
            }
            return Downloads.all(futures);
        }

        private JobOutcome failed(List<Diagnostic> diagnostics, Retry retry) {
            List<Diagnostic> all = new ArrayList<>(warnings);
            all.addAll(diagnostics);
            boolean isLeft = left.isPresent() && plan.spec().isStateful();
            if (isLeft) {
                all.add(UncollectedJob.of(plan, left.get().jobId(), JobStatus.COMPLETED));
            }
            return new JobOutcome.Failed(plan.id(), jobId, shown(all), isLeft ? Retry.NEVER : retry);
        }

        /** What a server or a proxy says may hold what we sent. */
        private List<Diagnostic> shown(List<Diagnostic> diagnostics) {
            return diagnostics.stream()
                    .map(d -> d.words(client::withoutSecrets))
                    .toList();
        }
    }
}
