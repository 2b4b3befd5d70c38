package io.github.aquaspec.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The tries of one request: what they have cost so far, and whether and when there is another. */
public final class Tries {

    private static final int ODD_ANSWERS_FORGIVEN = 2;

    private final RetryPolicy policy;
    private final RetryBucket bucket;
    private final RandomGenerator random;
    private final Instant start;
    private int failures;
    private int oddAnswers;
    private int refund;
    /** Whoever has slept so long need not look at the clock, which may have been set meanwhile. */
    private Instant waitedOut = Instant.MIN;

    /** Starts to count. */
    public Tries(RetryPolicy policy, RetryBucket bucket, RandomGenerator random, Instant start) {
        this.policy = policy;
        this.bucket = bucket;
        this.random = random;
        this.start = start;
    }

    /**
     * The wait before the next try; empty when there is none.
     *
     * @param asked how long the server asks to be left alone; where that is longer than we have, there is no next try
     * @param known whether the host has ever answered
     */
    public Optional<Duration> afterSetback(Setback setback, Optional<Duration> asked, boolean known, Instant now) {
        failures++;
        if (setback == Setback.ODD_ANSWER) {
            oddAnswers++;
        }
        Duration left = left(known, now);
        boolean over = failures >= policy.attempts()
                || oddAnswers > ODD_ANSWERS_FORGIVEN
                || left.isNegative()
                || left.isZero()
                || asked.filter(wait -> wait.compareTo(left) > 0).isPresent();
        if (over || !bucket.take(setback.cost())) {
            return Optional.empty();
        }
        refund = setback == Setback.THROTTLED ? refund + setback.cost() : setback.cost();
        waitedOut = asked.map(now::plus).filter(waitedOut::isBefore).orElse(waitedOut);
        Duration wait = asked.map(least -> least.plus(policy.spread(random))).orElseGet(() -> drawn(setback));
        return Optional.of(wait.compareTo(left) < 0 ? wait : left);
    }

    /**
     * The wait for a gate that others have closed; empty when it is open, or this time was waited out already, or it is closed
     * for longer than we have: then the server itself may say no.
     */
    public Optional<Duration> whileClosed(Instant until, Instant now) {
        Duration left = left(true, now);
        Duration closed = Duration.between(now, until);
        if (!until.isAfter(waitedOut)
                || closed.isNegative()
                || closed.compareTo(left) > 0
                || closed.compareTo(policy.budget()) > 0) {
            return Optional.empty();
        }
        waitedOut = until;
        Duration wait = closed.plus(policy.spread(random));
        return Optional.of(wait.compareTo(left) < 0 ? wait : left);
    }

    /** The request went well. What a living server has put off comes back whole, of other trouble the last retry alone. */
    public void succeeded() {
        bucket.refund(refund);
    }

    private Duration left(boolean known, Instant now) {
        return Duration.between(now, start.plus(known ? policy.budget() : policy.introduction()));
    }

    private Duration drawn(Setback setback) {
        return setback == Setback.THROTTLED ? policy.throttledWait(failures, random) : policy.wait(failures, random);
    }
}
