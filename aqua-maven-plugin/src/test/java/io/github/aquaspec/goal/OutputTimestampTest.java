package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTimestampTest {

    private final List<Diagnostic> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:08:09Z, 2026-11-23T07:08:09Z",
        "2026-11-23T08:08:09.9+01:00, 2026-11-23T07:08:09Z",
        "1795417689, 2026-11-23T07:08:09Z",
        "1980-01-01T00:00:02Z, 1980-01-01T00:00:02Z",
        "2099-12-31T23:59:59Z, 2099-12-31T23:59:59Z"
    })
    void is_whatMavenTakesItFor(String text, Instant time) {
        assertThat(new OutputTimestamp(text).instant(problems)).isEqualTo(time);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "x"})
    void isTheFirstThatAZipCanTell_whereNoneIsGiven(String text) {
        assertThat(new OutputTimestamp(text).isGiven()).isFalse();
        assertThat(new OutputTimestamp(text).instant(problems)).isEqualTo("1980-01-01T00:00:02Z");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1979-12-31T00:00:00Z",
                "1980-01-01T00:00:01Z",
                "2100-01-01T00:00:00Z",
                "2026-11-23",
                "2026-11-23T07:08:09",
                "99999999999999999999",
                "${git.commit.time}"
            })
    void isRefused_whereItIsNone(String text) {
        new OutputTimestamp(text).instant(problems);

        assertThat(problems).singleElement().satisfies(found -> {
            assertThat(found.code().id()).isEqualTo("AQ510");
            assertThat(found.message()).contains(text);
        });
    }

    @Test
    void oneDigit_isATime_oneLetterIsNone() {
        assertThat(new OutputTimestamp("7").isGiven()).isTrue();
        assertThat(new OutputTimestamp("n").isGiven()).isFalse();
    }
}
