package io.github.aquaspec.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at every exchange under way, now and then, and ends the ones that take too long. */
final class Watchdog implements AutoCloseable {

    private static final Duration USUAL = Duration.ofSeconds(1);
    /** Small limits are looked after more often than that. */
    private static final int LOOKS_PER_LIMIT = 4;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks;

    Watchdog(TransportLimits limits) {
        this.looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "aqua-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        long nanos = Stream.of(
                        USUAL,
                        limits.headers().dividedBy(LOOKS_PER_LIMIT),
                        limits.whole().dividedBy(LOOKS_PER_LIMIT),
                        limits.rate().over().dividedBy(LOOKS_PER_LIMIT))
                .mapToLong(Duration::toNanos)
                .min()
                .orElseThrow();
        var unused = looks.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** One exchange that cannot be ended must not blind us to the others. */
    private void look() {
        watches.removeIf(watch -> !isLookedAt(watch));
    }

    private static boolean isLookedAt(Watch watch) {
        try {
            watch.look();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    void add(Watch watch) {
        watches.add(watch);
    }

    void remove(Watch watch) {
        watches.remove(watch);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
