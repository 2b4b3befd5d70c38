package io.github.aquaspec.run;

import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Compares what a window takes for now with the server's clock. A window that ends too late, by a clock that is ahead,
 * leaves out what is written after the query has run; one that is behind is no better to be trusted.
 */
record WindowClock(Clock clock) {

    /**
     * Refuses a window that is not what it seems.
     *
     * @param offset how far the server's clock is ahead of ours, where that is known
     */
    void require(WindowPlan window, Optional<Duration> offset) throws JobFailedException {
        if (offset.isEmpty()) {
            return;
        }
        Duration ahead = offset.get();
        if (window.byClock() && ahead.abs().compareTo(WindowPlan.TOLERANCE) > 0) {
            throw off(
                    "this machine's clock is " + ahead.abs().truncatedTo(ChronoUnit.SECONDS)
                            + (ahead.isNegative() ? " ahead of" : " behind")
                            + " the server's, and the window ends by it",
                    "set the clock, or say what time it is with -Daqua.asOf=…");
        }
        Instant there = clock.instant().plus(ahead);
        if (!window.byClock() && window.now().isAfter(there.plus(WindowPlan.TOLERANCE))) {
            throw off(
                    "the window is to end as of " + window.now() + ", and at the server it is "
                            + there.truncatedTo(ChronoUnit.SECONDS),
                    "choose an earlier instant: what is not over cannot be extracted whole");
        }
    }

    private static JobFailedException off(String what, String fix) {
        return new JobFailedException(Diagnostic.of(StateCode.CLOCK_OFF, what).fix(fix), Retry.NEVER);
    }
}
