package io.github.aquaspec.emulator.job;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a job that runs may be seen to be, whatever is done already.
 *
 * @param pace how fast clients see jobs move
 * @param submitted when the job was
 * @param started when the job was
 * @param each how long a query takes by the emulator's clock
 * @param limit how long the job may take
 * @param queries how many it has
 */
record Course(Pace pace, Instant submitted, Instant started, Duration each, Duration limit, int queries) {

    /** As many queries as there may be. */
    static final int ALL = Integer.MAX_VALUE;

    /** Longer than this no query may take (Zuora documentation, AQuA API introduction: limits). */
    static final Duration LONGEST_QUERY = Duration.ofHours(3);

    /** Whether a client may see that it started. */
    boolean isSeenToRun(int polls) {
        return !(pace instanceof Pace.Polls) || polls > 1;
    }

    /** Whether a client may see that it ended, once {@code done} queries have come to their end. */
    boolean mayEnd(int polls, Instant now, int done) {
        return byPace(polls, now) == ALL && byClock(now) >= done;
    }

    /** How many queries may be seen to be over. */
    int over(int polls, Instant now) {
        Instant end = started.plus(limit);
        return Math.min(byPace(polls, now), byClock(now.isAfter(end) ? end : now));
    }

    boolean queriesTakeTooLong() {
        return each.compareTo(LONGEST_QUERY) > 0;
    }

    /** Whether the job has run into its limit before {@code done} queries could come to their end. */
    boolean isTooLong(Instant now, int done) {
        return !now.isBefore(started.plus(limit)) && taken().multipliedBy(done).compareTo(limit) > 0;
    }

    private Duration taken() {
        return queriesTakeTooLong() ? LONGEST_QUERY : each;
    }

    private int byClock(Instant now) {
        if (each.isZero()) {
            return ALL;
        }
        return (int)
                Math.max(0, Math.min(queries, Duration.between(started, now).dividedBy(taken())));
    }

    private int byPace(int polls, Instant now) {
        if (pace instanceof Pace.Polls held && polls <= held.polls()) {
            return Math.max(0, polls - 1) * queries / held.polls();
        }
        if (pace instanceof Pace.Delay delay && now.isBefore(submitted.plus(delay.duration()))) {
            return (int) Math.max(
                    0,
                    Duration.between(submitted, now).toMillis()
                            * queries
                            / Math.max(1, delay.duration().toMillis()));
        }
        return ALL;
    }
}
