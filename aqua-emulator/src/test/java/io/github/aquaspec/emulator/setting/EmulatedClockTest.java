package io.github.aquaspec.emulator.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EmulatedClockTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final EmulatedClock clock = new EmulatedClock(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofHours(1));

    @Test
    void itRunsAheadOfTheClockItFollows_byAsMuchAsItWasMoved() {
        assertThat(clock.instant()).isEqualTo("2026-11-22T13:00:00Z");
        clock.advance(Duration.ofDays(3));
        assertThat(clock.instant()).isEqualTo("2026-11-25T13:00:00Z");
        assertThat(clock.ahead()).isEqualTo(Duration.ofHours(73));
    }

    @Test
    void itCanBeMovedToAnInstant_beforeOrAfter() {
        clock.moveTo(Instant.parse("2020-02-29T00:00:00Z"));
        assertThat(clock.instant()).isEqualTo("2020-02-29T00:00:00Z");
        clock.moveTo(NOON);
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void noTwoMomentsAreTheSame_evenWhenTheClockStands() {
        Instant first = clock.moment();
        Instant second = clock.moment();
        assertThat(first).isEqualTo("2026-11-22T13:00:00Z");
        assertThat(second).isEqualTo("2026-11-22T13:00:00.000001Z");
        assertThat(clock.instant()).as("the clock itself stands").isEqualTo(first);
    }

    @Test
    void momentsFollowTheClock_whenItIsMovedBack() {
        clock.moment();
        clock.advance(Duration.ofHours(-2));
        assertThat(clock.moment()).isEqualTo("2026-11-22T11:00:00Z");
    }

    @Test
    void inAnotherZoneItIsTheSameTime() {
        ZoneId pacific = ZoneId.of("America/Los_Angeles");
        assertThat(clock.withZone(pacific).instant()).isEqualTo(clock.instant());
        assertThat(clock.withZone(pacific).getZone()).isEqualTo(pacific);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
