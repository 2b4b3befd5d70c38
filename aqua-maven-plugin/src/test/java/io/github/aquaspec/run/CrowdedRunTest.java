package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.RunSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 50 manifests at once, at a server that takes few requests at a time: as many come at once as may, and most are refused. */
class CrowdedRunTest {

    private static final int MANIFESTS = 50;
    private static final int TAKEN_AT_ONCE = 5;
    /** Of 50 that want to go in, as many as there are lanes. */
    private static final int FIRST_RUSH = 40;

    private static final String JOB = """
            {"id":"j","status":"completed","batches":[
             {"name":"A","query":"select Id from Account","status":"completed","recordCount":1,"fileId":"fa"}]}
            """;

    private static final String MANIFEST = "format: csv\nqueries:\n  - {name: A, query: select Id from Account}\n";

    @TempDir
    private Path output;

    private final CountDownLatch rush = new CountDownLatch(FIRST_RUSH);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private HandledRun handled;
    private String header = "";

    @BeforeEach
    void start() throws IOException {
        handled = new HandledRun(this::answer);
    }

    @AfterEach
    void stop() {
        handled.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After", "X-Nothing-Asked"})
    void publishesAll_inTime(String asked) throws Exception {
        header = asked;
        Instant begun = handled.time().instant();

        List<JobOutcome> outcomes = run();

        assertThat(Transport.CONNECTIONS).isEqualTo(FIRST_RUSH);
        assertThat(outcomes).hasSize(MANIFESTS).allMatch(outcome -> outcome instanceof JobOutcome.Published);
        assertThat(refused.get()).isBetween(FIRST_RUSH - TAKEN_AT_ONCE, 2 * FIRST_RUSH);
        assertThat(Duration.between(begun, handled.time().instant())).isLessThan(Submission.PATIENCE);
    }

    private List<JobOutcome> run() throws IOException {
        RunSettings settings =
                new Settings().jobsAtOnce(MANIFESTS).downloadsAtOnce(3).asTheyAre();
        return handled.of(
                settings,
                IntStream.range(0, MANIFESTS)
                        .mapToObj(i -> Plans.runnable("m" + i, MANIFEST, output))
                        .toList());
    }

    /** The first are kept until all of the rush are there; from then on each is answered as fast as may be. */
    private void answer(HttpExchange exchange) throws IOException {
        int now = underWay.incrementAndGet();
        try (exchange) {
            rush.countDown();
            exchange.getRequestBody().readAllBytes();
            await();
            if (now > TAKEN_AT_ONCE) {
                refused.incrementAndGet();
                exchange.getResponseHeaders().set(header, "1");
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            boolean isFile = exchange.getRequestURI().getPath().startsWith("/v1/files/");
            byte[] body = (isFile ? "Id\n1\n" : JOB).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void await() throws IOException {
        try {
            if (!rush.await(30, TimeUnit.SECONDS)) {
                throw new IOException("fewer came at once than there are lanes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
