package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.check.ContentCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.snapshot.StagingDirectory;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The files of one job, fetched as many at once as the build has threads for.
 *
 * @param threads that all jobs of the build share
 * @param stored what a run before has stored of the same job
 */
record Downloads(RunTools tools, ExecutorService threads, JobPlan plan, StoredFiles stored) {

    /** Fetches all files; when one fails, those not begun are not begun any more. */
    List<QueryResult> of(List<BatchReply> batches, StagingDirectory staging)
            throws JobFailedException, IOException, InterruptedException {
        AtomicBoolean inVain = new AtomicBoolean();
        Download download = new Download(tools, stored);
        List<Future<Optional<QueryResult>>> futures = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            int query = i;
            futures.add(submitted(() -> {
                if (inVain.get()) {
                    return Optional.empty();
                }
                boolean done = false;
                tools.listener()
                        .on(new RunEvent.Fetching(plan.id(), query, plan.stems().get(query)));
                try {
                    QueryResult result = download.result(plan, query, batches.get(query), staging);
                    tools.listener().on(new RunEvent.FileVerified(plan.id(), result));
                    tools.listener().on(new RunEvent.Checked(plan.id(), ContentCheck.integrity(plan, result)));
                    done = true;
                    return Optional.of(result);
                } finally {
                    inVain.compareAndSet(false, !done);
                }
            }));
        }
        return all(futures);
    }

    /** Nothing is taken any more once the build is stopped. */
    private <T> Future<T> submitted(Callable<T> task) throws InterruptedException {
        try {
            return threads.submit(task);
        } catch (RejectedExecutionException e) {
            throw new InterruptedException("the build is stopped");
        }
    }

    /**
     * Waits for every one, so that none still writes when the staging directory goes; then tells what went wrong. A build
     * that is stopped does not wait.
     *
     * @param futures one per query; empty results are downloads that were not begun, because another had failed
     */
    private static List<QueryResult> all(List<Future<Optional<QueryResult>>> futures)
            throws JobFailedException, IOException, InterruptedException {
        List<QueryResult> results = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        Retry retry = Retry.NOW;
        boolean ofTheJob = false;
        Optional<Throwable> trouble = Optional.empty();
        for (Future<Optional<QueryResult>> future : futures) {
            try {
                future.get().ifPresent(results::add);
            } catch (CancellationException e) {
                throw new InterruptedException("the build is stopped");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof JobFailedException failed) {
                    problems.addAll(failed.diagnostics());
                    retry = retry.and(failed.retry());
                    ofTheJob |= failed.isOfTheJob();
                } else if (trouble.isEmpty()) {
                    trouble = Optional.of(e.getCause());
                }
            }
        }
        if (trouble.isPresent()) {
            throwAs(trouble.get());
        }
        if (!problems.isEmpty()) {
            JobFailedException failed = new JobFailedException(problems, retry);
            throw ofTheJob ? failed.ofTheJob() : failed;
        }
        return results;
    }

    private static void throwAs(Throwable cause) throws IOException, InterruptedException {
        if (cause instanceof IOException e) {
            throw e;
        } else if (cause instanceof InterruptedException e) {
            throw e;
        } else if (cause instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(cause);
    }
}
