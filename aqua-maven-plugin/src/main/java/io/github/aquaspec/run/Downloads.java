package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Gathers what came of the downloads of one job. */
final class Downloads {

    private Downloads() {}

    /**
     * Waits for every one, so that none still writes when the staging directory goes; then tells what went wrong.
     *
     * @param futures one per query; empty results are downloads that were not begun, because another had failed
     */
    static List<QueryResult> all(List<Future<Optional<QueryResult>>> futures)
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
