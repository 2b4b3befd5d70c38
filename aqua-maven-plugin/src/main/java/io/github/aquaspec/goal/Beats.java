package io.github.aquaspec.goal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets something happen every moment, until it is closed. */
final class Beats implements AutoCloseable {

    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "aqua-progress");
        thread.setDaemon(true);
        return thread;
    });

    private Beats() {}

    static Beats every(Duration moment, Runnable what) {
        Beats made = new Beats();
        var unused =
                made.beats.scheduleWithFixedDelay(what, moment.toMillis(), moment.toMillis(), TimeUnit.MILLISECONDS);
        return made;
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
