package io.github.aquaspec.goal;

import io.github.aquaspec.run.SnapshotRun;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;

/**
 * Sees to a run when the build is stopped, by Ctrl-C or by whoever runs it: the run is told, and has some seconds to
 * write its receipts. What it had to remember is on the disk anyway.
 */
final class StopHook implements AutoCloseable {

    private static final int SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Log log;
    private final Runnable first;
    private Optional<Thread> hook = Optional.empty();
    private Optional<SnapshotRun> watched = Optional.empty();

    /**
     * A hook.
     *
     * @param first is done before anything else when the build is stopped
     */
    StopHook(Log log, Runnable first) {
        this.log = log;
        this.first = first;
    }

    /** From now on it is this run that is told; what it leaves is to be written before this is closed. */
    void watch(SnapshotRun run) {
        Thread waiting = new Thread(
                () -> {
                    first.run();
                    log.warn("The build is stopped; its receipts are written.");
                    run.stop();
                    try {
                        ended.await(SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "aqua-stop");
        watched = Optional.of(run);
        try {
            Runtime.getRuntime().addShutdownHook(waiting);
            hook = Optional.of(waiting);
        } catch (IllegalStateException e) {
            // The build is being stopped already.
            run.stop();
        }
    }

    /** The run has ended, and its receipts are written: now the thread may know again that it was interrupted. */
    @Override
    public void close() {
        if (watched.filter(SnapshotRun::wasInterrupted).isPresent()) {
            Thread.currentThread().interrupt();
        }
        ended.countDown();
        try {
            hook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        } catch (IllegalStateException e) {
            // it runs already
        }
    }
}
