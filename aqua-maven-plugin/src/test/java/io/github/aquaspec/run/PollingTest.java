package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingTest {

    @ParameterizedTest
    @CsvSource({"PT0S, PT0.25S", "PT2S, PT0.25S", "PT8S, PT1S", "PT4M, PT30S", "PT8M, PT1M", "PT4H, PT1M"})
    void waitsLonger_theLongerItHasWaited_withinBounds(Duration elapsed, Duration next) {
        assertThat(Polling.ADAPTIVE.next(elapsed)).isEqualTo(next);
    }

    @Test
    void waitsTheSame_whenABuildFixesIt() {
        Polling fixed = new Polling(Optional.of(Duration.ofSeconds(5)));

        assertThat(fixed.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
        assertThat(fixed.next(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void adapts_whenTheFixedWaitIsNegative() {
        assertThat(new Polling(Optional.of(Duration.ofSeconds(-1)))).isEqualTo(Polling.ADAPTIVE);
    }
}
