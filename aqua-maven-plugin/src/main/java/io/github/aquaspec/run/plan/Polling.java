package io.github.aquaspec.run.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How often to ask for a job. The wait grows with the time already waited, so that a short job is fetched soon and a
 * long one costs few requests: at first it is as long as that time, then 5/12 of it, then a minute.
 *
 * <p>So what is lost between the end of a job and the next question is at most a minute for jobs of up to 3 hours, and less
 * than 15 % of their time in the mean; a job of 3 hours takes no more than 200 requests, and 50 of them leave some of the
 * 10,000 that an API sandbox has in a day.
 *
 * @param fixed the same wait every time, when a build wants it so
 */
public record Polling(Optional<Duration> fixed) {

    private static final Duration SHORTEST = Duration.ofMillis(250);
    /** Until then the waits double: real jobs take longer. */
    private static final Duration SHORT = Duration.ofSeconds(2);
    /** With a smaller share, a job of 3 hours would take more than 200 requests. */
    private static final int SHARE = 5;

    private static final int OF = 12;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** A job that lasts longer than so many of the longest waits is asked for in proportion again: days are no storm. */
    private static final int LONG = 180;
    /** No wait at all would be a storm. */
    private static final Duration LEAST = Duration.ofMillis(20);

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
    public Duration next(Duration elapsed, Duration timeout, Optional<Duration> asked) {
        Duration wait = most(next(elapsed), asked.orElse(Duration.ZERO));
        return least(wait, timeout.minus(elapsed));
    }

    /** The wait before the next question, as the time that has passed wants it. */
    public Duration next(Duration elapsed) {
        if (fixed.isPresent()) {
            return most(fixed.get(), LEAST);
        }
        Duration grown = elapsed.compareTo(SHORT) < 0
                ? elapsed
                : elapsed.multipliedBy(SHARE).dividedBy(OF);
        return least(most(grown, SHORTEST), most(LONGEST, elapsed.dividedBy(LONG)));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
