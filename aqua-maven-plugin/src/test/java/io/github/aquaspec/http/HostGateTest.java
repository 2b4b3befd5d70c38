package io.github.aquaspec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostGateTest {

    private final Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final HostGate gate = new HostGate(8, clock);

    @Test
    void isClosed_asLongAsTheHostAsked() {
        assertThat(gate.closedUntil()).isBefore(now);

        gate.close(Duration.ofSeconds(7));

        assertThat(gate.closedUntil()).isEqualTo(now.plusSeconds(7));
    }

    @Test
    void staysClosed_forTheLongestTimeThatWasAsked() {
        gate.close(Duration.ofSeconds(7));
        gate.close(Duration.ofSeconds(3));

        assertThat(gate.closedUntil()).isEqualTo(now.plusSeconds(7));
    }

    @Test
    void halvesTheLanes_whenARequestIsRefused_downToOne() throws Exception {
        List<Integer> lanes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            refused(gate.enter());
            lanes.add(gate.lanes());
        }

        assertThat(lanes).containsExactly(4, 2, 1, 1, 1);
    }

    @Test
    void halvesTheLanesOnce_forAllThatWereUnderWayTogether() throws Exception {
        List<HostGate.Lane> together = List.of(gate.enter(), gate.enter(), gate.enter());
        together.forEach(HostGateTest::refused);

        assertThat(gate.lanes()).isEqualTo(4);
    }

    @Test
    void getsALaneBack_whenAsManyRequestsAsThereAreLanesGoWell_butNeverMoreThanThereWere() throws Exception {
        refused(gate.enter());
        for (int i = 0; i < 5; i++) {
            answered(gate.enter());
        }
        assertThat(gate.lanes()).isEqualTo(5);

        for (int i = 0; i < 100; i++) {
            answered(gate.enter());
        }
        assertThat(gate.lanes()).isEqualTo(8);
    }

    @Test
    void letsNobodyIn_whileEveryLaneIsTaken_andWhoeverIsNext_whenOneIsFree() throws Exception {
        gate.enter();
        refused(gate.enter());
        refused(gate.enter());
        HostGate.Lane second = gate.enter();
        assertThat(gate.lanes()).as("both are taken").isEqualTo(2);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Thread[] waiting = new Thread[1];
            Future<HostGate.Lane> third = threads.submit(() -> {
                waiting[0] = Thread.currentThread();
                return gate.enter();
            });
            while (!third.isDone() && (waiting[0] == null || waiting[0].getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            assertThat(third).isNotDone();

            second.close();

            assertThat(third.get(10, TimeUnit.SECONDS)).isNotNull();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void freesALaneOnce_howeverOftenItIsClosed() throws Exception {
        HostGate narrow = new HostGate(1, clock);
        HostGate.Lane lane = narrow.enter();
        lane.close();
        lane.close();
        narrow.enter();

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .as("it would wait")
                .isThrownBy(narrow::enter);
    }

    private static void refused(HostGate.Lane lane) {
        lane.close();
        lane.refused();
    }

    private static void answered(HostGate.Lane lane) {
        lane.close();
        lane.answered();
    }
}
