package io.github.aquaspec.emulator.http;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Counts requests for the headers that tell a client what it has left. Nobody is refused. Safe for threads. */
final class Limits {

    private static final int PER_MINUTE = 50_000;
    private static final int AT_ONCE = 40;

    private final Clock clock;
    private Instant minute = Instant.EPOCH;
    private int inMinute;
    private int running;

    Limits(Clock clock) {
        this.clock = clock;
    }

    synchronized void enter() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        inMinute = now.equals(minute) ? inMinute + 1 : 1;
        minute = now;
        running++;
    }

    synchronized void leave() {
        running--;
    }

    /** The headers on an answer (Zuora developer reference, Rate and concurrency limits). */
    synchronized Map<String, String> headers() {
        long reset = ChronoUnit.SECONDS.between(clock.instant(), minute.plus(1, ChronoUnit.MINUTES));
        return Map.of(
                "RateLimit-Limit", Integer.toString(PER_MINUTE),
                "RateLimit-Remaining", Integer.toString(Math.max(0, PER_MINUTE - inMinute)),
                "RateLimit-Reset", Long.toString(Math.max(0, reset)),
                "Concurrency-Limit-Type", "default",
                "Concurrency-Limit-Limit", Integer.toString(AT_ONCE),
                "Concurrency-Limit-Remaining", Integer.toString(Math.max(0, AT_ONCE - running)));
    }
}
