package io.github.aquaspec.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.scenario.Scenarios;
import io.github.aquaspec.emulator.setting.Settings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpFrontTest {

    @Test
    void aClosedFrontHasNoRequestUnderWay() throws Exception {
        Work work = new Work();
        Scenarios scenarios = new Scenarios();
        scenarios.add(new Scenario.HangUp(false), Occasion.POLLS);
        Limits limits = new Limits(Clock.systemUTC(), new Settings(Map.of()));
        HttpFront front = HttpFront.start(
                0, new Backend.Served(null, new Exchanges(null, null, scenarios, new RequestLog(work), limits)));
        CompletableFuture<?> unused = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(front.url().resolve("/v1/batch-query/jobs/x"))
                                .build(),
                        BodyHandlers.discarding());
        work.begun.await();
        front.close();
        work.closed.countDown();
        assertThat(work.outlives.get()).isFalse();
    }

    /** A clock over which a request takes its time: it goes on for a while after it was told to stop. */
    private static final class Work extends Clock {

        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        final CompletableFuture<Boolean> outlives = new CompletableFuture<>();

        @Override
        public Instant instant() {
            begun.countDown();
            outlives.complete(isClosedWithin(60_000));
            return Instant.EPOCH;
        }

        private boolean isClosedWithin(long millis) {
            try {
                return closed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return isClosedWithin(300);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
