package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.zoql.RelativeTime.Base;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-10T05:06:07Z");

    @Test
    void reads_theShiftAndTheZone() {
        assertThat(RelativeTime.of("today - 30 days (-08:00)"))
                .contains(new RelativeTime(Base.TODAY, -30, ChronoUnit.DAYS, Optional.of(ZoneId.of("-08:00"))));
    }

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-10T05:06:07Z",
        "NOW - 1 day, 2026-03-09T05:06:07Z",
        "now + 1 second, 2026-03-10T05:06:08Z",
        "now - 2 minutes, 2026-03-10T05:04:07Z",
        "now - 12 Hours, 2026-03-09T17:06:07Z",
        "now - 1 week, 2026-03-03T05:06:07Z",
        "now - 1 month, 2026-02-10T05:06:07Z",
        "now - 2 years, 2024-03-10T05:06:07Z",
        "today, 2026-03-10T00:00:00Z",
        "today (America/Los_Angeles), 2026-03-09T07:00:00Z",
        "today (Los Angeles), 2026-03-09T07:00:00Z",
        "today - 2 days (America/Los_Angeles), 2026-03-07T08:00:00Z",
        "today - 1 day (+10:00), 2026-03-08T14:00:00Z"
    })
    void counts_fromTheMomentTheQueryRuns(String text, Instant expected) {
        RelativeTime relative = RelativeTime.of(text).orElseThrow();
        assertThat(relative.at(NOW, ZoneId.of("UTC")).toInstant()).isEqualTo(expected);
    }

    @Test
    void takes_theTenantsZone_whereNoneIsWritten() {
        RelativeTime today = RelativeTime.of("today").orElseThrow();
        assertThat(today.at(NOW, ZoneId.of("Asia/Tokyo")).toInstant()).isEqualTo(Instant.parse("2026-03-09T15:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "tomorrow - 1 hour",
                "now -1 day",
                "now - 1",
                "now - one day",
                "today-30days",
                "now - 1 fortnight",
                "now - 1 day (Atlantis)",
                "today - 1 day + 2 hours",
                " now",
                "now()",
                "now - 1 day (-08:00",
                "now - 9999999 days"
            })
    void recognises_whatWasMeantAsOne_butIsNot(String text) {
        assertThat(RelativeTime.of(text)).isEmpty();
        assertThat(RelativeTime.isMeantBy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere", "Today_1", "Tomorrowland", "2026-01-01", "know"})
    void leaves_otherTextsAlone(String text) {
        assertThat(RelativeTime.of(text)).isEmpty();
        assertThat(RelativeTime.isMeantBy(text)).isFalse();
    }

    @Test
    void survives_theFarthestTimes() {
        assertThat(RelativeTime.of("now + 999999 years")
                        .orElseThrow()
                        .at(NOW, ZoneId.of("UTC"))
                        .getYear())
                .isEqualTo(1_002_025);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "Today", "YESTERDAY", "getdate", "sysdate", "current_date", "CURRENT_TIMESTAMP"})
    void knows_theWordsForNow(String word) {
        assertThat(RelativeTime.isClock(word)).isTrue();
        assertThat(RelativeTime.isClock(word + "__c")).isFalse();
    }
}
