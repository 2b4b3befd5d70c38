package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.RunSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers a kind of request only when two of them are there at once. */
class ParallelRunTest {

    private static final String JOB = """
            {"id":"j","status":"completed","batches":[
             {"name":"A","query":"select Id from Account","status":"completed","recordCount":1,"fileId":"fa"},
             {"name":"C","query":"select Id from Contact","status":"completed","recordCount":1,"fileId":"fc"}]}
            """;

    private static final String MANIFEST = """
            format: csv
            queries:
              - {name: A, query: select Id from Account}
              - {name: C, query: select Id from Contact}
            """;

    @TempDir
    private Path output;

    private final CyclicBarrier two = new CyclicBarrier(2);
    private HandledRun handled;
    private volatile String meeting = "";

    @BeforeEach
    void start() throws IOException {
        handled = new HandledRun(this::answer);
    }

    @AfterEach
    void stop() {
        handled.close();
    }

    @Test
    void fetches_twoFilesOfOneJob_atTheSameTime() throws Exception {
        meeting = "/v1/files/";

        assertThat(run("a")).hasSize(1).allMatch(o -> o instanceof JobOutcome.Published);
    }

    @Test
    void submits_twoJobsWithoutASession_atTheSameTime() throws Exception {
        meeting = "/v1/batch-query/";

        assertThat(run("a", "b")).hasSize(2).allMatch(o -> o instanceof JobOutcome.Published);
    }

    private List<JobOutcome> run(String... ids) throws IOException {
        RunSettings settings = new Settings().jobsAtOnce(2).downloadsAtOnce(2).asTheyAre();
        return handled.of(
                settings,
                List.of(ids).stream()
                        .map(id -> Plans.runnable(id, MANIFEST, output))
                        .toList());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean met = !path.startsWith(meeting) || hasMet();
        byte[] body = (path.startsWith("/v1/files/") ? "Id\n1\n" : JOB).getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(met ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private boolean hasMet() {
        try {
            two.await(30, TimeUnit.SECONDS);
            return true;
        } catch (BrokenBarrierException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
