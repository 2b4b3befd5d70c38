package io.github.aquaspec.spec.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The window of an incremental job whose watermark we keep.
 *
 * @param initial where the first window starts, in whole seconds
 * @param lag how long before now a window ends, in whole seconds
 * @param overlap how far a window reaches back into the one before, in whole seconds
 */
public record Window(Instant initial, Duration lag, Duration overlap) {

    /** Zuora's own advice for the upper bound. */
    public static final Duration DEFAULT_LAG = Duration.ofHours(2);

    public Window {
        if (lag.isNegative() || overlap.isNegative()) {
            throw new IllegalArgumentException("lag and overlap are not negative");
        }
        boolean whole = initial.equals(initial.truncatedTo(ChronoUnit.SECONDS))
                && lag.equals(lag.truncatedTo(ChronoUnit.SECONDS))
                && overlap.equals(overlap.truncatedTo(ChronoUnit.SECONDS));
        if (!whole) {
            throw new IllegalArgumentException("a window has whole seconds");
        }
    }
}
