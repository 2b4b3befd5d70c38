package io.github.aquaspec.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How often to ask for a job. The wait grows with the time already waited, so that a short job is fetched soon and a
 * long one costs few requests.
 *
 * @param fixed the same wait every time, when a build wants it so
 */
public record Polling(Optional<Duration> fixed) {

    static final Duration SHORTEST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(60);
    /** No wait at all would be a storm. */
    private static final Duration LEAST = Duration.ofMillis(20);

    private static final int SHARE = 8;

    public static final Polling ADAPTIVE = new Polling(Optional.empty());

    public Polling {
        fixed = fixed.filter(d -> !d.isNegative());
    }

    /**
     * The wait before the next question: as the time that has passed wants it, never shorter than the server asks for, and
     * never longer than anybody waits for the job.
     *
     * @param timeout how long that is
     * @param asked by the server, if it did
     */
    Duration next(Duration elapsed, Duration timeout, Optional<Duration> asked) {
        Duration usual = next(elapsed);
        Duration wait = asked.filter(least -> least.compareTo(usual) > 0).orElse(usual);
        Duration left = timeout.minus(elapsed);
        return wait.compareTo(left) < 0 ? wait : left;
    }

    /** The wait before the next question, as the time that has passed wants it. */
    public Duration next(Duration elapsed) {
        if (fixed.isPresent()) {
            return fixed.get().compareTo(LEAST) < 0 ? LEAST : fixed.get();
        }
        Duration grown = elapsed.dividedBy(SHARE);
        if (grown.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
    }
}
