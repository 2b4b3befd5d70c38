package io.github.aquaspec.emulator.http;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Counts within the minute of a clock. Safe for threads. */
final class Minute {

    private final Clock clock;
    private Instant start = Instant.EPOCH;
    private int count;

    Minute(Clock clock) {
        this.clock = clock;
    }

    /** One more; how many there have been in this minute, with it. */
    synchronized int add() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        count = now.equals(start) ? count + 1 : 1;
        start = now;
        return count;
    }

    /** How many there have been in the minute of the last one. */
    synchronized int count() {
        return count;
    }

    /** Begins anew, within this minute too. */
    synchronized void clear() {
        count = 0;
    }

    /** Seconds until the count begins anew, 1 to 60. */
    long left() {
        Instant now = clock.instant();
        Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return Math.max(1, ChronoUnit.SECONDS.between(now, next));
    }
}
