package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TriesTest {

    private static final RandomGenerator SEEDED = RandomGenerator.of("L64X128MixRandom");
    private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
    private static final RetryPolicy POLICY = RetryPolicy.DEFAULT;

    private final RetryBucket bucket = new RetryBucket();
    private Instant now = START;

    @Test
    void goesOn_untilItsTimeIsUp_notUntilANumberOfTries() {
        Tries tries = tries();
        int retries = 0;
        for (Optional<Duration> wait = after(tries, Setback.THROTTLED);
                wait.isPresent();
                wait = after(tries, Setback.THROTTLED)) {
            now = now.plus(wait.get());
            retries++;
        }

        assertThat(now).isEqualTo(START.plus(POLICY.budget()));
        assertThat(retries).isLessThan(POLICY.attempts());
    }

    @Test
    void ends_afterAllItsTries_whenNoTimePasses() {
        Tries tries = tries();
        int retries = 0;
        while (after(tries, Setback.PASSING).isPresent()) {
            retries++;
        }

        assertThat(retries).isEqualTo(POLICY.attempts() - 1);
    }

    @Test
    void givesUpSooner_onAHostThatHasNeverAnswered() {
        now = START.plus(POLICY.introduction());

        assertThat(tries().afterSetback(Setback.PASSING, Optional.empty(), false, now))
                .isEmpty();
        assertThat(tries().afterSetback(Setback.PASSING, Optional.empty(), true, now))
                .isPresent();
    }

    @Test
    void waits_asLongAsItIsAsked_andALittleMore() {
        for (int i = 0; i < 100; i++) {
            assertThat(asked(tries(), Duration.ofSeconds(30)).orElseThrow())
                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        }
    }

    @Test
    void waits_asLongAsItIsAsked_upToTheEndOfItsTime() {
        assertThat(asked(tries(), POLICY.budget())).contains(POLICY.budget());
    }

    @Test
    void givesUpAtOnce_whenItIsAskedForMoreThanItHas() {
        assertThat(asked(tries(), POLICY.budget().plusSeconds(1))).isEmpty();
        assertThat(asked(tries(), Duration.ofDays(365))).isEmpty();
    }

    @Test
    void forgives_twoOddAnswers_andNoThird() {
        Tries tries = tries();

        assertThat(after(tries, Setback.ODD_ANSWER)).isPresent();
        assertThat(after(tries, Setback.ODD_ANSWER)).isPresent();
        assertThat(after(tries, Setback.ODD_ANSWER)).isEmpty();
    }

    @Test
    void takesFromOneBucket_whatAllRequestsRetry_untilItIsDry() {
        int retries = 0;
        while (after(tries(), Setback.PASSING).isPresent()) {
            retries++;
        }

        assertThat(retries).isEqualTo(100);
    }

    @Test
    void pays_twiceForATimeout() {
        int retries = 0;
        while (after(tries(), Setback.TIMEOUT).isPresent()) {
            retries++;
        }

        assertThat(retries).isEqualTo(50);
    }

    @Test
    void fills_theBucket_whenThingsGoWell() {
        while (after(tries(), Setback.PASSING).isPresent()) {
            // until it is dry
        }
        for (int i = 0; i < 4; i++) {
            tries().succeeded();
        }
        assertThat(after(tries(), Setback.PASSING)).as("4 tokens").isEmpty();

        tries().succeeded();
        assertThat(after(tries(), Setback.PASSING)).as("5 tokens").isPresent();
    }

    @Test
    void getsBack_whatTheLastRetryCost() {
        while (after(tries(), Setback.PASSING).isPresent()) {
            // until it is dry
        }
        for (int i = 0; i < 5; i++) {
            tries().succeeded();
        }
        Tries helped = tries();
        after(helped, Setback.PASSING);
        helped.succeeded();

        assertThat(after(tries(), Setback.PASSING)).isPresent();
        assertThat(after(tries(), Setback.PASSING)).isEmpty();
    }

    @Test
    void getsBack_allThatWaitsCost_whichALivingServerAskedFor() {
        while (after(tries(), Setback.PASSING).isPresent()) {
            // until it is dry
        }
        for (int i = 0; i < 10; i++) {
            tries().succeeded();
        }
        Tries putOff = tries();
        after(putOff, Setback.THROTTLED);
        after(putOff, Setback.THROTTLED);
        putOff.succeeded();

        assertThat(after(tries(), Setback.PASSING)).isPresent();
        assertThat(after(tries(), Setback.PASSING)).isPresent();
        assertThat(after(tries(), Setback.PASSING)).isEmpty();
    }

    @Test
    void waits_forAGateThatIsClosed_andALittleMore_notForOneThatIsOpen() {
        assertThat(tries().whileClosed(now.plusSeconds(30), now).orElseThrow())
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(tries().whileClosed(now.minusSeconds(1), now)).isEmpty();
    }

    @Test
    void waitsForAGateOnce_thoughTheClockStands_andAgainWhereItWasClosedForLonger() {
        Tries tries = tries();

        assertThat(tries.whileClosed(now.plusSeconds(30), now)).isPresent();
        assertThat(tries.whileClosed(now.plusSeconds(30), now)).isEmpty();
        assertThat(tries.whileClosed(now.plusSeconds(31), now)).isPresent();
    }

    @Test
    void waitsForNoGate_whereItHasWaitedAsLongAsItWasAskedItself() {
        Tries tries = tries();
        asked(tries, Duration.ofSeconds(30));

        assertThat(tries.whileClosed(now.plusSeconds(30), now)).isEmpty();
        assertThat(tries.whileClosed(now.plusSeconds(31), now)).isPresent();
    }

    @Test
    void waitsForNoGate_thatIsClosedForLongerThanItHas_orThanAnybodyIsTried() {
        now = START.plusSeconds(200);

        assertThat(tries().whileClosed(now.plusSeconds(100), now)).contains(Duration.ofSeconds(100));
        assertThat(tries().whileClosed(now.plusSeconds(101), now)).isEmpty();
        now = START.minusSeconds(3600);
        assertThat(tries().whileClosed(START, now))
                .as("a clock that was set back")
                .isEmpty();
    }

    private Tries tries() {
        return new Tries(POLICY, bucket, SEEDED, START);
    }

    private Optional<Duration> after(Tries tries, Setback setback) {
        return tries.afterSetback(setback, Optional.empty(), true, now);
    }

    private Optional<Duration> asked(Tries tries, Duration wait) {
        return tries.afterSetback(Setback.THROTTLED, Optional.of(wait), true, now);
    }
}
