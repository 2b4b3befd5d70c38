package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant SERVER_NOW = Instant.parse("2026-11-22T02:00:00Z");

    @Test
    void reads_seconds() {
        assertThat(RetryAfter.read("7", SERVER_NOW)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.read(" 0 ", SERVER_NOW)).contains(Duration.ZERO);
    }

    @Test
    void reads_aDate_byTheServersOwnClock() {
        assertThat(RetryAfter.read("Sun, 22 Nov 2026 02:01:30 GMT", SERVER_NOW)).contains(Duration.ofSeconds(90));
    }

    @Test
    void takes_aDateInThePast_forNow() {
        assertThat(RetryAfter.read("Sun, 22 Nov 2026 01:00:00 GMT", SERVER_NOW)).contains(Duration.ZERO);
    }

    @Test
    void takes_aNumberBeyondAllMeasure_forVeryLong() {
        assertThat(RetryAfter.read("99999999999999999999999", SERVER_NOW).orElseThrow())
                .isGreaterThan(Duration.ofDays(3650));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-7", "1.5", "7s", "2026-11-22T02:01:30Z", "Mon, 99 Foo 2026"})
    void ignores_whatIsNeither(String garbage) {
        assertThat(RetryAfter.read(garbage, SERVER_NOW)).isEmpty();
    }
}
