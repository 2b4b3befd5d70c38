package io.github.aquaspec.emulator.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalTimeTest {

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2015-01-21 10:30:01, 2015-01-21T18:30:01Z",
        "America/Los_Angeles, 2015-07-21 10:30:01, 2015-07-21T17:30:01Z",
        "UTC,                 2015-07-21 10:30:01, 2015-07-21T10:30:01Z",
        "America/Los_Angeles, 2026-03-08 01:59:59, 2026-03-08T09:59:59Z",
        "America/Los_Angeles, 2026-03-08 02:30:00, 2026-03-08T10:30:00Z",
        "America/Los_Angeles, 2026-03-08 03:30:00, 2026-03-08T10:30:00Z",
        "America/Los_Angeles, 2026-11-01 01:30:00, 2026-11-01T08:30:00Z",
        "America/Los_Angeles, 2026-11-01 02:00:00, 2026-11-01T10:00:00Z"
    })
    void aRetrievalTimeIsLocalToTheDataCentre_summerAndWinter(String zone, String text, String instant) {
        assertThat(RetrievalTime.isOne(text)).isTrue();
        assertThat(new RetrievalTime(ZoneId.of(zone)).instant(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-01-21T10:30:01",
                "2015-01-21 10:30:01Z",
                "2015-01-21 10:30",
                "2015-01-21",
                "2015-02-29 10:30:01",
                "2015-01-21 24:00:00",
                "15-01-21 10:30:01",
                ""
            })
    void otherFormsAreNone(String text) {
        assertThat(RetrievalTime.isOne(text)).isFalse();
    }

    @Test
    void theEchoIsInMilliseconds() {
        try (Tenant tenant = new Tenant()) {
            JobView job = tenant.submit(Tenant.stateful("\"incrementalTime\":\"2015-01-21 10:30:01\"", Tenant.EVENTS));
            assertThat(new JobJson(tenant.settings)
                            .job(job)
                            .path("incrementalTime")
                            .asLong())
                    .isEqualTo(1421865001000L);
        }
    }
}
