package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.CallFailedException;
import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.http.Pause;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One manifest: submit, await, download and verify, publish. It ends in an outcome, whatever happens. */
final class JobRun {

    private final AquaClient client;
    private final Await await;
    private final Download download;
    private final ExecutorService downloads;
    private final RunListener listener;
    private final Disk disk;
    private final Publish publish;

    JobRun(
            AquaClient client,
            Polling polling,
            ExecutorService downloads,
            RunListener listener,
            Pause pause,
            Clock clock,
            ZoneId zone) {
        this.client = client;
        this.await = new Await(client, polling, pause, clock, listener);
        this.download = new Download(client, pause);
        this.downloads = downloads;
        this.listener = listener;
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
                return failed(e.failure());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failed(List.of(LocalTrouble.interrupted()), Retry.NOW);
            } catch (IOException e) {
                return failed(List.of(LocalTrouble.diagnostic(e, plan.output())), Retry.NEVER);
            } catch (RuntimeException e) {
                return failed(
                        List.of(Diagnostic.of(BugCode.BUG, "a run met something that should not happen: " + e)),
                        Retry.NEVER);
            }
        }

        private JobOutcome steps() throws JobFailedException, CallFailedException, IOException, InterruptedException {
            JobReply submitted = client.submit(plan.request());
            jobId = Optional.of(submitted.id());
            listener.on(new RunEvent.Submitted(plan.id(), submitted));
            JobReply job = await.await(plan, submitted);
            JobEnd.requireCompleted(plan, job);
            List<BatchReply> batches = BatchMatch.of(plan, job);
            try (StagingDirectory staging = StagingDirectory.create(disk, plan.output())) {
                List<QueryResult> results = fetch(batches, staging);
                List<Diagnostic> found = results.stream()
                        .flatMap(result -> ContentCheck.of(plan, result).stream())
                        .toList();
                if (found.stream().anyMatch(Diagnostic::isError)) {
                    throw new JobFailedException(found, Retry.NEVER);
                }
                publish.publish(plan, job, results, staging);
                return new JobOutcome.Published(plan.id(), job, results, plan.output(), found);
            }
        }

        private List<QueryResult> fetch(List<BatchReply> batches, StagingDirectory staging)
                throws JobFailedException, CallFailedException, IOException, InterruptedException {
            List<Future<QueryResult>> futures = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                int query = i;
                futures.add(downloads.submit(() -> {
                    QueryResult result = download.result(plan, query, batches.get(query), staging);
                    listener.on(new RunEvent.FileVerified(plan.id(), result));
                    return result;
                }));
            }
            return all(futures);
        }

        private JobOutcome failed(CallFailure failure) {
            boolean rejected = failure.kind() == CallFailure.Kind.REJECTED && jobId.isEmpty();
            return rejected
                    ? failed(List.of(Rejection.of(plan, failure)), Rejection.retry(failure))
                    : failed(List.of(CallTrouble.diagnostic(failure)), CallTrouble.retry(failure));
        }

        private JobOutcome failed(List<Diagnostic> diagnostics, Retry retry) {
            return new JobOutcome.Failed(plan.id(), jobId, diagnostics, retry);
        }
    }

    /** Waits for every one, so that none still writes when the staging directory goes; then tells the first trouble. */
    private static List<QueryResult> all(List<Future<QueryResult>> futures)
            throws JobFailedException, CallFailedException, IOException, InterruptedException {
        List<QueryResult> results = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Throwable> trouble = Optional.empty();
        for (Future<QueryResult> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof JobFailedException failed) {
                    problems.addAll(failed.diagnostics());
                } else if (trouble.isEmpty()) {
                    trouble = Optional.of(e.getCause());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new JobFailedException(problems, Retry.NOW);
        }
        if (trouble.isPresent()) {
            throwAs(trouble.get());
        }
        return results;
    }

    private static void throwAs(Throwable cause) throws CallFailedException, IOException, InterruptedException {
        if (cause instanceof CallFailedException e) {
            throw e;
        } else if (cause instanceof IOException e) {
            throw e;
        } else if (cause instanceof InterruptedException e) {
            throw e;
        } else if (cause instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(cause);
    }
}
