package io.github.aquaspec.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataCentreTimeTest {

    private static final DataCentreTime PACIFIC = new DataCentreTime(ZoneId.of("America/Los_Angeles"));

    /** On 1 November 2026 the hour from 1 to 2 comes twice: at 8 and at 9 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2015-01-21T18:30:01Z, 2015-01-21T10:30:01",
        "2026-11-01T07:59:59Z, 2026-11-01T00:59:59",
        "2026-11-01T08:00:00Z, 2026-11-01T00:59:59",
        "2026-11-01T08:30:00Z, 2026-11-01T00:59:59",
        "2026-11-01T09:00:00Z, 2026-11-01T01:00:00",
        "2026-11-01T09:30:00Z, 2026-11-01T01:30:00",
        "2026-11-01T10:00:00Z, 2026-11-01T02:00:00",
        "2026-03-08T09:59:59Z, 2026-03-08T01:59:59",
        "2026-03-08T10:00:00Z, 2026-03-08T03:00:00",
        "2026-06-01T00:00:00.999Z, 2026-05-31T17:00:00"
    })
    void writes_theLatestTimeThatIsNotReadAsLater(Instant instant, LocalDateTime written) {
        assertThat(PACIFIC.notAfter(instant)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu"})
    void writes_nothingThatMayMeanLater_inAYearOfHalfHours(String zone) {
        DataCentreTime time = new DataCentreTime(ZoneId.of(zone));
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        for (Instant at = Instant.parse("2026-01-01T00:00:00Z"); at.isBefore(end); at = at.plusSeconds(1800)) {
            Instant instant = at;
            assertThat(time.meanings(time.notAfter(instant))).isNotEmpty().noneMatch(m -> m.isAfter(instant));
        }
    }

    @Test
    void knows_bothReadings_ofATimeThatComesTwice_orNever() {
        assertThat(PACIFIC.meanings(LocalDateTime.parse("2026-11-01T01:30:00")))
                .containsExactly(Instant.parse("2026-11-01T08:30:00Z"), Instant.parse("2026-11-01T09:30:00Z"));
        assertThat(PACIFIC.meanings(LocalDateTime.parse("2026-03-08T02:30:00")))
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-03-08T10:30:00Z"), Instant.parse("2026-03-08T09:30:00Z"));
        assertThat(PACIFIC.meanings(LocalDateTime.parse("2015-01-21T10:30:01")))
                .containsExactly(Instant.ofEpochMilli(1421865001000L));
    }
}
