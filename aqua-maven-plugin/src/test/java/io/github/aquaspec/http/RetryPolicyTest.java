package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private final RandomGenerator seeded = RandomGenerator.of("L64X128MixRandom");
    private final RetryPolicy policy = new RetryPolicy(
            Duration.ofMinutes(5), Duration.ofSeconds(20), 20, Duration.ofSeconds(1), Duration.ofSeconds(3));

    @Test
    void draws_withinABoundThatDoublesUpToTheCap() {
        for (int i = 0; i < 500; i++) {
            assertThat(policy.wait(1, seeded)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
            assertThat(policy.wait(2, seeded)).isBetween(Duration.ZERO, Duration.ofSeconds(2));
            assertThat(policy.wait(3, seeded)).isBetween(Duration.ZERO, Duration.ofSeconds(3));
            assertThat(policy.wait(1000, seeded)).isBetween(Duration.ZERO, Duration.ofSeconds(3));
        }
    }

    @Test
    void waits_atLeastHalfTheBound_whenAServerIsAskedTooOften() {
        for (int i = 0; i < 500; i++) {
            assertThat(policy.throttledWait(1, seeded)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(policy.throttledWait(9, seeded)).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
        }
    }

    @Test
    void comesNearToNothing_andNearToTheBound_soThatClientsSpread() {
        assertThat(java.util.stream.IntStream.range(0, 500).mapToObj(i -> policy.wait(3, seeded)))
                .anyMatch(wait -> wait.compareTo(Duration.ofMillis(300)) < 0)
                .anyMatch(wait -> wait.compareTo(Duration.ofMillis(2700)) > 0);
    }
}
