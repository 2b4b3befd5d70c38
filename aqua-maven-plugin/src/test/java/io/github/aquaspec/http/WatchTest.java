package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.http.TransportLimits.MinimumRate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final TransportLimits LIMITS = new TransportLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(100),
            Duration.ofSeconds(1000),
            new MinimumRate(6000, Duration.ofSeconds(60)));

    private final StandingTime time = new StandingTime();
    private int aborts;
    private final Watch watch = new Watch(time, LIMITS, () -> aborts++);

    @Test
    void ends_anExchange_whoseHeadersTakeTooLong_once() {
        seconds(99);
        watch.look();
        assertThat(aborts).isZero();

        seconds(1);
        watch.look();
        watch.look();

        assertThat(aborts).isEqualTo(1);
        assertThat(watch.verdict()).contains("no whole answer header within 100 s");
    }

    @Test
    void ends_aBody_whileItsReaderWaits() {
        watch.headersAreThere();
        watch.waits();
        seconds(60);
        watch.look();

        assertThat(aborts).isEqualTo(1);
        assertThat(watch.verdict()).contains("only 0 bytes came in 60 s of waiting");
    }

    @Test
    void ends_aBody_thatComesByteByByte() {
        watch.headersAreThere();
        for (int i = 0; i < 59; i++) {
            waitedFor(1);
        }
        assertThat(watch.verdict()).isEmpty();

        waitedFor(1);

        assertThat(watch.verdict()).contains("only 60 bytes came in 60 s of waiting");
    }

    @Test
    void lets_aBodyCome_thatIsJustFastEnough_asLongAsItTakes() {
        watch.headersAreThere();
        for (int i = 0; i < 100_000; i++) {
            waitedFor(100);
        }

        assertThat(watch.verdict()).isEmpty();
    }

    @Test
    void judges_eachStretchByItself_soThatAFastStartBuysNoSlowEnd() {
        watch.headersAreThere();
        for (int i = 0; i < 60; i++) {
            waitedFor(1 << 20);
        }
        for (int i = 0; i < 60; i++) {
            waitedFor(1);
        }

        assertThat(watch.verdict()).isPresent();
    }

    @Test
    void countsOnly_theWaiting_notWhatTheReaderDoesInBetween() {
        watch.headersAreThere();
        for (int i = 0; i < 1000; i++) {
            waitedFor(100);
            seconds(1000);
            watch.look();
        }

        assertThat(watch.verdict()).isEmpty();
    }

    @Test
    void ends_anAnswerThatIsReadWhole_afterItsTime_howeverFastItComes() {
        watch.headersAreThere();
        watch.readWhole();
        for (int i = 0; i < 999; i++) {
            waitedFor(1 << 20);
        }
        assertThat(watch.verdict()).isEmpty();

        waitedFor(1 << 20);

        assertThat(watch.verdict()).contains("no whole answer within 1000 s");
    }

    @Test
    void lets_anAnswerThatIsReadWhole_takeItsTime_howeverSmallItIs() {
        watch.headersAreThere();
        watch.readWhole();
        for (int i = 0; i < 999; i++) {
            waitedFor(1);
        }

        assertThat(watch.verdict()).isEmpty();
    }

    private void waitedFor(int bytes) {
        watch.waits();
        seconds(1);
        watch.got(bytes);
    }

    private void seconds(long seconds) {
        time.passes(Duration.ofSeconds(seconds));
    }
}
