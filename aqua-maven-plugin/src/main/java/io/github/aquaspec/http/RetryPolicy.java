package io.github.aquaspec.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a repeatable request is sent again, and after how long. Full jitter: the wait is drawn between nothing and a
 * bound that doubles, so that many clients do not come back at once (Zuora documentation, Error handling).
 *
 * @param attempts how often in all
 * @param base bound of the first wait
 * @param cap largest bound
 * @param longestAsked a server that asks for more than this is not waited for
 */
public record RetryPolicy(int attempts, Duration base, Duration cap, Duration longestAsked) {

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    public static final RetryPolicy DEFAULT =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(10));

    /** Whether a status may be gone on the next try. */
    public boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /**
     * The wait before the next attempt; empty when there is none.
     *
     * @param attempt the one that failed, from 1
     * @param retryAfter seconds that the server asks for
     */
    public Optional<Duration> before(int attempt, Optional<String> retryAfter, RandomGenerator random) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        Duration asked = retryAfter
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
        if (asked.compareTo(longestAsked) > 0) {
            return Optional.empty();
        }
        long bound = Math.min(cap.toMillis(), base.toMillis() << Math.min(attempt - 1, 20));
        Duration drawn = Duration.ofMillis(random.nextLong(bound + 1));
        return Optional.of(drawn.compareTo(asked) < 0 ? asked : drawn);
    }
}
