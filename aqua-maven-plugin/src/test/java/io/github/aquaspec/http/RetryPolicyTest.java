package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RandomGenerator SEEDED = new Random(7);

    private final RetryPolicy policy =
            new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(60));

    @Test
    void draws_withinABoundThatDoublesUpToTheCap() {
        RandomGenerator seeded = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 500; i++) {
            assertThat(policy.before(1, Optional.empty(), seeded).orElseThrow())
                    .isBetween(Duration.ZERO, Duration.ofSeconds(1));
            assertThat(policy.before(2, Optional.empty(), seeded).orElseThrow())
                    .isBetween(Duration.ZERO, Duration.ofSeconds(2));
            assertThat(policy.before(3, Optional.empty(), seeded).orElseThrow())
                    .isBetween(Duration.ZERO, Duration.ofSeconds(3));
        }
    }

    @Test
    void reachesTheBound_whenTheHighestIsDrawn() {
        RandomGenerator highest = new RandomGenerator() {
            @Override
            public long nextLong() {
                return Long.MAX_VALUE;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
        assertThat(policy.before(1, Optional.empty(), highest)).contains(Duration.ofSeconds(1));
        assertThat(policy.before(2, Optional.empty(), highest)).contains(Duration.ofSeconds(2));
        assertThat(policy.before(3, Optional.empty(), highest)).contains(Duration.ofSeconds(3));
        assertThat(policy.before(1, Optional.of("60"), highest)).contains(Duration.ofSeconds(60));
        assertThat(policy.before(1, Optional.of("61"), highest)).isEmpty();
    }

    @Test
    void ends_afterTheLastAttempt() {
        assertThat(policy.before(4, Optional.empty(), SEEDED)).isEmpty();
    }

    @Test
    void waits_asLongAsTheServerAsks() {
        assertThat(policy.before(1, Optional.of("30"), SEEDED)).contains(Duration.ofSeconds(30));
    }

    @Test
    void gives_up_whenTheServerAsksForTooLong() {
        assertThat(policy.before(1, Optional.of("31536000"), SEEDED)).isEmpty();
    }

    @Test
    void ignores_whatIsNoNumber() {
        assertThat(policy.before(1, Optional.of("soon"), SEEDED)).isPresent();
    }

    @Test
    void tells_passingTroubleFromLasting() {
        assertThat(policy.isPassing(503)).isTrue();
        assertThat(policy.isPassing(429)).isTrue();
        assertThat(policy.isPassing(403)).isFalse();
        assertThat(policy.isPassing(401)).isFalse();
    }
}
