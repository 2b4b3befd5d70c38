package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0, query, 0 queries",
        "1, query, 1 query",
        "2, query, 2 queries",
        "1, record, 1 record",
        "1234567, byte, '1,234,567 bytes'"
    })
    void counts_withItsNoun(long count, String noun, String text) {
        assertThat(Quantity.of(count, noun)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.999S, 999 ms",
        "PT1S, 1.0 s",
        "PT59.94S, 59.9 s",
        "PT1M, 1 min 00 s",
        "PT59M59S, 59 min 59 s",
        "PT1H5M, 1 h 05 min",
        "PT26H, 26 h 00 min"
    })
    void tells_durations(Duration duration, String text) {
        assertThat(Quantity.of(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9951, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "412000000, 412 MB",
        "88000000000, 88 GB",
        "9223372036854775807, 9223372 TB"
    })
    void tells_sizes(long bytes, String text) {
        assertThat(Quantity.size(bytes)).isEqualTo(text);
    }

    @Test
    void neverSays_sixtySeconds() {
        assertThat(Quantity.of(Duration.ofMillis(59_999))).isEqualTo("59.9 s");
    }
}
