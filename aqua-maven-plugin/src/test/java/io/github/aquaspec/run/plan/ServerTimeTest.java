package io.github.aquaspec.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTimeTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        "2021-01-18T17:13:48+0000, 2021-01-18T17:13:48Z",
        "2021-01-18T17:13:48+1000, 2021-01-18T07:13:48Z",
        "2021-01-18T17:13:48+01:00, 2021-01-18T16:13:48Z",
        "2021-01-18T17:13:48Z, 2021-01-18T17:13:48Z",
        // The documented answer of 11:27:54 GMT says 04:27:54 (Zuora documentation, Get job results).
        "2014-09-03 04:27:54, 2014-09-03T11:27:54Z",
        "2015-01-21 10:30:01, 2015-01-21T18:30:01Z"
    })
    void reads_bothForms(String text, Instant instant) {
        assertThat(ServerTime.parse(text, PACIFIC)).contains(instant);
    }

    @Test
    void reads_theHourThatComesTwice_asTheFirst_andTheOneThatIsMissing_asTheNext() {
        assertThat(ServerTime.parse("2026-11-01 01:30:00", PACIFIC)).contains(Instant.parse("2026-11-01T08:30:00Z"));
        assertThat(ServerTime.parse("2026-03-08 02:30:00", PACIFIC)).contains(Instant.parse("2026-03-08T10:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2021-01-18", "2021-01-18T17:13:48", "1421865001000", "2021-13-18 00:00:00"})
    void says_nothing_ofATimeInAnotherForm(String text) {
        assertThat(ServerTime.parse(text, PACIFIC)).isEmpty();
    }
}
