package io.github.aquaspec.emulator.setting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The emulator's time: another clock's, moved by as much as somebody asked for. Everything that ends after days ends by
 * it. Safe for threads.
 */
public final class EmulatedClock extends Clock {

    private final Clock base;
    private Duration ahead;
    private Instant last = Instant.MIN;

    /** A clock that runs like {@code base}, this much ahead of it. */
    public EmulatedClock(Clock base, Duration ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    /** Lets time pass; a negative duration takes it back. */
    public synchronized void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Moves the clock to an instant, from which it runs on. */
    public synchronized void moveTo(Instant to) {
        ahead = Duration.between(base.instant(), to);
    }

    /** How far it is ahead of the clock it follows. */
    public synchronized Duration ahead() {
        return ahead;
    }

    /**
     * The time of something that happens now, in microseconds. No two moments are the same while the clock is not moved
     * back, so that what changed before a job began is before its window's end, even on a clock that stands.
     */
    public synchronized Instant moment() {
        Instant now = instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) || last.isAfter(now.plusSeconds(1)) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }

    @Override
    public synchronized Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new EmulatedClock(base.withZone(zone), ahead());
    }
}
