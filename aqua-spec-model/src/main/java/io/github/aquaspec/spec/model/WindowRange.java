package io.github.aquaspec.spec.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A half-open range of time: what one run of a job with a window extracts.
 *
 * @param from the first instant, in whole seconds
 * @param to the instant behind the last, in whole seconds
 */
public record WindowRange(Instant from, Instant to) {

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z");

    public WindowRange {
        if (!from.equals(from.truncatedTo(ChronoUnit.SECONDS)) || !to.equals(to.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("a window has whole seconds: " + from + " to " + to);
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a window starts before it ends: " + from + " to " + to);
        }
        if (from.isBefore(YEAR_0) || to.isAfter(YEAR_9999)) {
            throw new IllegalArgumentException("a year has four digits: " + from + " to " + to);
        }
    }
}
