package io.github.aquaspec.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a request is tried, and how long the waits are (Zuora developer guide, Error handling: base 1 s, cap 60 s).
 * The time decides; the number of tries is a second bound, for waits that happen to be short.
 *
 * @param budget from the first try to the last
 * @param introduction the same, for a host that has never answered: more likely its name is wrong than that it is down
 * @param attempts how often in all
 * @param base bound of the first wait
 * @param cap largest bound
 */
public record RetryPolicy(Duration budget, Duration introduction, int attempts, Duration base, Duration cap) {

    private static final int MOST_DOUBLINGS = 20;

    public static final RetryPolicy DEFAULT = new RetryPolicy(
            Duration.ofMinutes(5), Duration.ofSeconds(20), 20, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** Full jitter: between nothing and a bound that doubles, so that many clients do not come back at once. */
    public Duration wait(int failures, RandomGenerator random) {
        return drawn(Duration.ZERO, bound(failures), random);
    }

    /** Equal jitter: at least half the bound, for a server that is asked too often already. */
    public Duration throttledWait(int failures, RandomGenerator random) {
        Duration bound = bound(failures);
        return drawn(bound.dividedBy(2), bound, random);
    }

    /** A little on top of what a server asks for, so that those who were told the same do not come at once. */
    Duration spread(RandomGenerator random) {
        return drawn(Duration.ZERO, base, random);
    }

    private Duration bound(int failures) {
        Duration doubled = base.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(cap) < 0 ? doubled : cap;
    }

    private static Duration drawn(Duration least, Duration most, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
