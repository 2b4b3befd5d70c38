package io.github.aquaspec.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Of many threads that want the same thing one gets it, and the others share what comes of it, good or bad. */
final class SingleFlight<T> {

    /** Gets the thing. */
    @FunctionalInterface
    interface Source<T> {
        T get() throws CallFailedException, InterruptedException;
    }

    private CompletableFuture<T> flight;

    /** The thing, from the source or from who is getting it already. */
    T get(Source<T> source) throws CallFailedException, InterruptedException {
        while (true) {
            CompletableFuture<T> mine = new CompletableFuture<>();
            CompletableFuture<T> theirs;
            synchronized (this) {
                theirs = flight;
                if (theirs == null) {
                    flight = mine;
                }
            }
            if (theirs == null) {
                return flown(mine, source);
            }
            Optional<T> shared = shared(theirs);
            if (shared.isPresent()) {
                return shared.get();
            }
        }
    }

    private T flown(CompletableFuture<T> mine, Source<T> source) throws CallFailedException, InterruptedException {
        try {
            T value = source.get();
            land();
            mine.complete(value);
            return value;
        } catch (CallFailedException | InterruptedException | RuntimeException | Error e) {
            land();
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** Before anyone uses what came: who finds it no good asks anew, and must not meet this flight again. */
    private synchronized void land() {
        flight = null;
    }

    /** Empty when the other was told to stop: that is its own affair. */
    private static <T> Optional<T> shared(CompletableFuture<T> theirs)
            throws CallFailedException, InterruptedException {
        try {
            return Optional.of(theirs.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CallFailedException failed) {
                throw new CallFailedException(failed.failure());
            }
            if (e.getCause() instanceof InterruptedException) {
                return Optional.empty();
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
