package io.github.aquaspec.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes, times and changes as people read them. */
class PictureTest {

    private static final Instant START = Instant.parse("2026-11-27T04:30:00.412Z");

    @ParameterizedTest
    @CsvSource({
        "PT0.388S, PT0.1S, 04:30:00.5",
        "PT9S, PT2S, 04:30:02",
        "PT94S, PT20S, 04:30:20",
        "PT10M, PT2M, 04:32",
        "PT4H, PT1H, 05:00",
        "PT48H, PT12H, 12:00",
        "P6D, PT24H, 28 Nov",
        "P400D, PT1608H, 19 Jan"
    })
    void anAxisHasFewMarks_atRoundTimes(Duration length, Duration step, String first) {
        TimeAxis axis = TimeAxis.over(List.of(START, START.plus(length)));

        assertThat(axis.step()).isEqualTo(step);
        assertThat(axis.ticks()).hasSizeBetween(1, 7);
        assertThat(Utc.tick(axis.ticks().get(0), axis.step())).isEqualTo(first);
    }

    @Test
    void anAxisOfOneInstant_hasAPlaceForIt() {
        assertThat(TimeAxis.over(List.of(START)).place(START)).isEqualTo("0.000%");
    }

    @Test
    void aPlaceIsAShareOfTheWhole() {
        TimeAxis axis = TimeAxis.over(List.of(START, START.plusSeconds(8)));

        assertThat(axis.place(START.plusSeconds(2))).isEqualTo("25.000%");
        assertThat(axis.place(START.plusSeconds(9))).isEqualTo("100.000%");
        assertThat(axis.width(START.plusSeconds(2), START.plusSeconds(4))).isEqualTo("25.000%");
    }

    @ParameterizedTest
    @CsvSource({
        "720, 705, +2.1 %",
        "700, 720, −2.8 %",
        "5, 5, same",
        "5, 0, from 0",
        "0, 5, −100 %",
        "1000001, 1000000, +0.0 %",
        "5000, 10, '+49,900 %'"
    })
    void aChangeIsToldInPercent(long now, long before, String told) {
        assertThat(Cell.change(now, before)).isEqualTo(told);
    }

    @Test
    void aRangeOverMidnight_namesBothDays() {
        assertThat(Utc.range(START, START.plus(Duration.ofDays(1))))
                .isEqualTo("27 November 2026, 04:30:00 to 28 November 2026, 04:30:00 UTC");
    }
}
