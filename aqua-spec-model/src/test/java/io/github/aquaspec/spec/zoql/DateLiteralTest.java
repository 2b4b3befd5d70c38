package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.zoql.DateLiteral.Day;
import io.github.aquaspec.spec.zoql.DateLiteral.FractionOfSecond;
import io.github.aquaspec.spec.zoql.DateLiteral.Malformed;
import io.github.aquaspec.spec.zoql.DateLiteral.Moment;
import io.github.aquaspec.spec.zoql.DateLiteral.NotADate;
import io.github.aquaspec.spec.zoql.DateLiteral.SpaceForT;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateLiteralTest {

    @Test
    void reads_aDay() {
        assertThat(DateLiteral.of("2024-02-29")).isEqualTo(new Day(LocalDate.of(2024, 2, 29), Optional.empty()));
    }

    @Test
    void reads_aDayWithAnOffset() {
        assertThat(DateLiteral.of("2008-09-12Z"))
                .isEqualTo(new Day(LocalDate.of(2008, 9, 12), Optional.of(ZoneOffset.UTC)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-01T10:20, 2026-08-01T10:20:00,",
        "2026-08-01T10:20:30, 2026-08-01T10:20:30,",
        "2026-08-01T10:20:30Z, 2026-08-01T10:20:30, Z",
        "2026-08-01T10:20:30+10:00, 2026-08-01T10:20:30, +10:00",
        "2026-08-01T10:20-0830, 2026-08-01T10:20:00, -08:30"
    })
    void reads_aMoment(String text, LocalDateTime time, String zone) {
        assertThat(DateLiteral.of(text))
                .isEqualTo(new Moment(time, Optional.ofNullable(zone).map(ZoneOffset::of)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-01 00:00:00, 2026-08-01T00:00:00",
        "2026-08-01 00:00, 2026-08-01T00:00",
        "2026-08-01 00:00:00.123, 2026-08-01T00:00:00",
        "2026-08-01 00:00:00 +10:00, 2026-08-01T00:00:00+10:00",
        "2026-08-01 00:00:00 UTC, 2026-08-01T00:00:00Z"
    })
    void recognises_aSpaceInPlaceOfT(String text, String corrected) {
        assertThat(DateLiteral.of(text))
                .isInstanceOfSatisfying(
                        SpaceForT.class, space -> assertThat(space.corrected()).contains(corrected));
    }

    @Test
    void corrects_nothing_whereNoMomentWasMeant() {
        assertThat(new SpaceForT("2026-08-01 25:00:00").corrected()).isEmpty();
        assertThat(List.of("2026-08-01 00.00.00", "2026-08-01 000000", "2026-08-01  7", "2026-08-01 00h00"))
                .allMatch(text -> DateLiteral.of(text) instanceof SpaceForT);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-01T00:00:00.000Z, 2026-08-01T00:00:00Z",
        "'2026-08-01T00:00:00,5', 2026-08-01T00:00:00",
        "2026-08-01T00:00:00.123456+01:00, 2026-08-01T00:00:00+01:00"
    })
    void recognises_fractionsOfASecond(String text, String corrected) {
        assertThat(DateLiteral.of(text)).isInstanceOfSatisfying(FractionOfSecond.class, fraction -> {
            assertThat(fraction.corrected()).isEqualTo(corrected);
            assertThat(DateLiteral.of(corrected)).isEqualTo(fraction.whole());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31T23:59:59.999Z, 2026-09-01T00:00:00Z",
        "2026-08-31T23:59:59.500+02:00, 2026-09-01T00:00:00+02:00",
        "2026-08-01T00:00:00.001, 2026-08-01T00:00:01",
        "9999-12-31T23:59:59.999Z,",
        "2026-08-01T00:00:00.000Z,"
    })
    void counts_onToTheNextSecond_whereThereIsMoreThanAWholeOne(String text, String next) {
        assertThat(DateLiteral.of(text))
                .isInstanceOfSatisfying(
                        FractionOfSecond.class,
                        fraction -> assertThat(fraction.next()).isEqualTo(Optional.ofNullable(next)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-01 5 seats", "2026-08-01 2nd call", "2026-08-01 12a"})
    void takes_aTextThatOnlyStartsLikeADate_forNoTime(String text) {
        assertThat(DateLiteral.of(text)).isNotInstanceOf(SpaceForT.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01",
                "01-AUG-2026",
                "1 Aug 2026",
                "Aug 1, 2026",
                "August 1 2026 10:00",
                "2026-02-30",
                "2026-8-1",
                "2026/08/01",
                "08/01/2026",
                "1.8.2026",
                "20260801",
                "1785542400",
                "1785542400000",
                "2026-08-01T24:00:00",
                "2026-08-01T10",
                "2026-08-01T10:20:60",
                "2026-08-01T10:20:30 Z",
                "2026-08-01T10:20:30+19:00",
                "2026-08-01t10:20:30",
                "2026-08-01T10:20:30z",
                " 2026-08-01",
                "2026-08-01T1:2:3"
            })
    void recognises_whatOnlyLooksLikeADate(String text) {
        assertThat(DateLiteral.of(text)).isEqualTo(new Malformed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Draft", "A00000001", "10.1.20.300", "12345", "-1", "now", "${window.from}", "2026"})
    void leaves_otherTextsAlone(String text) {
        assertThat(DateLiteral.of(text)).isEqualTo(new NotADate(text));
    }
}
