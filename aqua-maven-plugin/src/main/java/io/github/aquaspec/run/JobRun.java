package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.verify.DecryptionKeys;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
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

    JobRun(
            AquaClient client,
            Polling polling,
            ExecutorService downloads,
            RunListener listener,
            Pause pause,
            Clock clock,
            ZoneId zone,
            Strictness strictness,
            Optional<DecryptionKeys> keys) {
        this.client = client;
        this.await = new Await(client, polling, pause, clock, listener);
        this.download = new Download(client, pause, keys);
        this.downloads = downloads;
        this.listener = listener;
        this.strictness = strictness;
        this.disk = Disk.local();
        this.publish = new Publish(disk, zone);
    }

    JobOutcome run(JobPlan plan) {
        listener.on(new RunEvent.Started(plan));
        JobOutcome outcome = new Attempt(plan).outcome();
        listener.on(new RunEvent.Ended(outcome));
        return outcome;
    }

    private final class Attempt {

        private final JobPlan plan;
        private final List<Diagnostic> warnings = new ArrayList<>();
        private Optional<String> jobId = Optional.empty();

        Attempt(JobPlan plan) {
            this.plan = plan;
        }

        JobOutcome outcome() {
            try {
                return steps();
            } catch (JobFailedException e) {
                return failed(e.diagnostics(), e.retry());
            } catch (CallFailedException e) {
                return failed(List.of(CallTrouble.diagnostic(e.failure())), CallTrouble.retry(e.failure()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failed(List.of(LocalTrouble.interrupted()), Retry.NOW);
            } catch (IOException e) {
                return failed(List.of(LocalTrouble.diagnostic(e, plan.output())), Retry.NEVER);
            } catch (RuntimeException e) {
                return failed(
                        List.of(Diagnostic.of(BugCode.BUG, "a run met something that should not happen: " + e)
                                .fix("please report it with the output of mvn -e")),
                        Retry.NEVER);
            }
        }

        private JobOutcome steps() throws JobFailedException, CallFailedException, IOException, InterruptedException {
            JobReply submitted = submitted();
            jobId = Optional.of(submitted.id());
            listener.on(new RunEvent.Submitted(plan.id(), submitted));
            JobReply job = await.await(plan, submitted, warnings::add);
            JobEnd.requireCompleted(plan, job);
            List<BatchReply> batches = BatchMatch.of(plan, job);
            FileIds.requireApart(plan, job, batches);
            try (StagingDirectory staging = StagingDirectory.create(disk, plan.output())) {
                List<QueryResult> results = fetch(batches, staging);
                ContentCheck.Verdict verdict = ContentCheck.of(plan, results);
                if (strictness.stopsAtAny(warnings) || strictness.stopsAtAny(verdict.found())) {
                    return failed(verdict.found(), verdict.retry());
                }
                publish.publish(plan, job, results, staging);
                warnings.addAll(verdict.found());
                return new JobOutcome.Published(
                        plan.id(), job, results, plan.output(), shown(warnings), accepted(verdict));
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
            List<Future<Optional<QueryResult>>> futures = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                int query = i;
                futures.add(downloads.submit(() -> {
                    if (inVain.get()) {
                        return Optional.empty();
                    }
                    boolean done = false;
                    try {
                        QueryResult result = download.result(plan, query, batches.get(query), staging);
                        listener.on(new RunEvent.FileVerified(plan.id(), result));
                        done = true;
                        return Optional.of(result);
                    } finally {
                        inVain.compareAndSet(false, !done);
                    }
                }));
            }
            return Downloads.all(futures);
        }

        private JobReply submitted() throws JobFailedException, IOException, InterruptedException {
            try {
                return client.submit(plan.request());
            } catch (CallFailedException e) {
                throw e.failure().kind() == CallFailure.Kind.REJECTED
                        ? new JobFailedException(Rejection.of(plan, e.failure()), Rejection.retry(e.failure()))
                        : CallTrouble.ofSubmission(e.failure());
            }
        }

        private JobOutcome failed(List<Diagnostic> diagnostics, Retry retry) {
            List<Diagnostic> all = new ArrayList<>(warnings);
            all.addAll(diagnostics);
            return new JobOutcome.Failed(plan.id(), jobId, shown(all), retry);
        }

        /** What a server or a proxy says may hold what we sent. */
        private List<Diagnostic> shown(List<Diagnostic> diagnostics) {
            return diagnostics.stream()
                    .map(d -> d.words(client::withoutSecrets))
                    .toList();
        }
    }
}
