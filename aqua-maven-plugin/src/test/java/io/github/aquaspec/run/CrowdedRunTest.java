package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final int FIRST_RUSH = Transport.CONNECTIONS;

    private static final String JOB = """
            {"id":"j","status":"completed","batches":[
             {"name":"A","query":"select Id from Account","status":"completed","recordCount":1,"fileId":"fa"}]}
            """;

    private static final String MANIFEST = "format: csv\nqueries:\n  - {name: A, query: select Id from Account}\n";

    @TempDir
    private Path output;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch rush = new CountDownLatch(FIRST_RUSH);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final VirtualTime time = new VirtualTime();
    private HttpServer server;
    private String header = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After", "X-Nothing-Asked"})
    void publishesAll_inTime(String asked) throws Exception {
        header = asked;
        Instant begun = time.instant();

        List<JobOutcome> outcomes = run();

        assertThat(outcomes).hasSize(MANIFESTS).allMatch(outcome -> outcome instanceof JobOutcome.Published);
        assertThat(refused.get()).isBetween(FIRST_RUSH - TAKEN_AT_ONCE, 2 * FIRST_RUSH);
        assertThat(Duration.between(begun, time.instant())).isLessThan(Submission.PATIENCE);
    }

    private List<JobOutcome> run() throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Service service = new Service(url, new Credential.BearerToken(Secret.of("a-token")), Map.of());
        RunSettings settings =
                new Settings().jobsAtOnce(MANIFESTS).downloadsAtOnce(3).asTheyAre();
        try (AquaClient client = new AquaClient(
                new Transport("test", TransportLimits.DEFAULT),
                service,
                RetryPolicy.DEFAULT,
                time,
                time,
                new Redaction())) {
            return new SnapshotRun(settings, client, event -> {}, time, time)
                    .run(IntStream.range(0, MANIFESTS)
                            .mapToObj(i -> Plans.runnable("m" + i, MANIFEST, output))
                            .toList());
        }
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
