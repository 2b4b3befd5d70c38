package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.http.RawServer.Reply;
import io.github.aquaspec.http.RawServer.Request;
import io.github.aquaspec.run.SoakBuild.Flags;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.snapshot.CachedDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a job is sent, how long is waited between, and when under another key. */
class SubmissionTest {

    private static final String QUERY = "select Id from Product";
    private static final String MANIFEST = """
            version: "1.0"
            format: csv
            useQueryLabels: true
            queries: [{name: Product, type: zoqlexport, apiVersion: "145.0", query: %s}]
            """.formatted(QUERY);
    private static final String JOB = """
            {"id":"0000000000000000000000000000000a","status":"completed","startTime":"2026-11-22T02:00:03+0000",
            "batches":[{"batchId":"b","name":"Product","query":"%s","status":"completed","recordCount":1,"full":true,
            "fileId":"f"}]}""".formatted(QUERY);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ENOUGH = 1_000;

    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime();
    private final List<RequestStep.Repeated> repeated = new ArrayList<>();
    private RawServer server;
    private IntFunction<Reply> submissions = number -> taken();
    private int submitted;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer((request, number) -> reply(request));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void takesThreeAnswersThatAreNotAqua_andNoFourth() throws Exception {
        submissions = first(3, page());
        assertThat(run()).isInstanceOf(JobOutcome.Published.class);
        assertThat(repeated).extracting(RequestStep.Repeated::attempt).containsExactly(1, 2, 3);

        submissions = first(4, page());
        assertThat(codes(runElsewhere())).containsExactly("AQ612");
        assertThat(keys()).as("both runs").hasSize(4 + 4);
    }

    @Test
    void waitsLongerEachTime_atLeastASecond_andHardlyAMinute() throws Exception {
        submissions = first(12, answer(503, "{}"));

        assertThat(run()).isInstanceOf(JobOutcome.Published.class);

        assertThat(repeated).hasSize(12).allSatisfy(step -> {
            Duration bound = Duration.ofSeconds(Math.min(60, 1L << step.attempt()));
            assertThat(step.request()).isEqualTo("POST /v1/batch-query/");
            assertThat(step.pause()).isBetween(Duration.ofSeconds(1), bound.plusSeconds(1));
        });
        assertThat(repeated)
                .extracting(RequestStep.Repeated::pause)
                .anySatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofSeconds(5)));
        assertThat(time.pauses()).as("is what it waits").containsAll(pauses());
        assertThat(keys()).as("the same request").hasSize(13).containsOnly(keys().get(0));
    }

    @Test
    void waitsAsLongAsZuoraAsks_andNeverLessThanItsOwn() throws Exception {
        submissions = number -> switch (number) {
            case 0 -> answer(429, "{}", "Retry-After: 120");
            case 1 -> answer(503, "{}", "Retry-After: 0");
            default -> taken();
        };

        assertThat(run()).isInstanceOf(JobOutcome.Published.class);

        assertThat(pauses().get(0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauses().get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void endsWithinAQuarterOfAnHour() throws Exception {
        submissions = first(ENOUGH, answer(503, "{}"));

        assertThat(codes(run())).containsExactly("AQ614");

        Duration waited = pauses().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofMinutes(15).minusSeconds(61), Duration.ofMinutes(15));
    }

    /** An answer that was kept comes with the id of the request that it was an answer to. */
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void takesAnotherKey_whenTheNoIsAKeptOne(int status) throws Exception {
        submissions = first(2, answer(status, "{}", "Zuora-Request-Id: r-1"));

        assertThat(run()).isInstanceOf(JobOutcome.Published.class);

        assertThat(repeated).hasSize(2);
        assertThat(pauses().get(1)).as("at once").isZero();
        assertThat(keys()).hasSize(3);
        assertThat(keys().get(1)).isEqualTo(keys().get(0));
        assertThat(keys().get(2)).isNotEqualTo(keys().get(0));
    }

    @Test
    void keepsItsKey_whereEachNoIsANewOne_orSaysNothingOfTheJob() throws Exception {
        submissions = number -> switch (number) {
            case 0, 1, 2 -> answer(503, "{}", "Zuora-Request-Id: r-" + number);
            case 3, 4 -> answer(409, "{}", "Zuora-Request-Id: r-9");
            case 5, 6 -> Reply.ending(new byte[0], End.RST);
            case 7, 8 -> answer(503, "{}");
            case 9, 10 -> answer(408, "{}", "Zuora-Request-Id: r-8");
            default -> taken();
        };

        assertThat(run()).isInstanceOf(JobOutcome.Published.class);

        assertThat(keys()).hasSizeGreaterThanOrEqualTo(12).containsOnly(keys().get(0));
    }

    @Test
    void takesFiveKeys_andNoSixth() throws Exception {
        List<String> seen = new ArrayList<>();
        submissions = number -> {
            String key = keys().get(keys().size() - 1);
            if (!seen.contains(key)) {
                seen.add(key);
            }
            return answer(503, "{}", "Zuora-Request-Id: r-" + seen.indexOf(key));
        };

        assertThat(codes(run())).containsExactly("AQ614");

        assertThat(seen).hasSize(5);
        assertThat(keys()).hasSize(10);
    }

    /** Its wait is long over where it was kept; a new one is told. */
    @Test
    void asksOnceMore_whereAnAnswerThatMayBeOfTheRunBefore_asksForHours() throws Exception {
        submissions = first(ENOUGH, Reply.ending(new byte[0], End.RST));
        assertThat(codes(run())).containsExactly("AQ617");

        repeated.clear();
        submitted = 0;
        submissions = first(1, answer(429, "{}", "Retry-After: 7200"));

        assertThat(run()).isInstanceOf(JobOutcome.Published.class);
        assertThat(pauses()).containsExactly(Duration.ofSeconds(1));
        assertThat(keys()).containsOnly(keys().get(0));
    }

    @Test
    void endsAtOnce_whereZuoraAsksForHours() throws Exception {
        submissions = first(ENOUGH, answer(429, "{}", "Retry-After: 7200"));

        assertThat(codes(run())).containsExactly("AQ613");

        assertThat(keys()).hasSize(1);
        assertThat(repeated).isEmpty();
    }

    private JobOutcome run() throws IOException, InterruptedException {
        return run(folder.resolve("here"));
    }

    private JobOutcome runElsewhere() throws IOException, InterruptedException {
        submitted = 0;
        return run(folder.resolve("elsewhere"));
    }

    private JobOutcome run(Path where) throws IOException, InterruptedException {
        return new SoakBuild(server.url(), where, time, PATIENCE)
                .run(MANIFEST, Flags.NONE, new CachedDisk(), this::listen)
                .orElseThrow();
    }

    private synchronized void listen(RunEvent event) {
        if (event instanceof RunEvent.Requested requested && requested.step() instanceof RequestStep.Repeated again) {
            repeated.add(again);
        }
    }

    private List<Duration> pauses() {
        return repeated.stream().map(RequestStep.Repeated::pause).toList();
    }

    /** Of all submissions, in order. */
    private List<String> keys() {
        return server.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().startsWith("/v1/batch-query"))
                .map(request -> request.header("Idempotency-Key"))
                .toList();
    }

    private static List<String> codes(JobOutcome outcome) {
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        return Outcomes.codes(outcome);
    }

    private Reply reply(Request request) {
        if (request.path().startsWith("/oauth")) {
            return Reply.of(Framing.LENGTH.json(200, "{\"access_token\":\"a-token\",\"expires_in\":86400}"));
        }
        if (request.path().startsWith("/v1/file")) {
            byte[] csv = "Product.Id\n1\n".getBytes(StandardCharsets.UTF_8);
            return Reply.of(Framing.LENGTH.answer(200, List.of("Content-Type: text/csv"), csv));
        }
        return request.method().equals("POST") ? submissions.apply(submitted++) : taken();
    }

    private static IntFunction<Reply> first(int times, Reply trouble) {
        return number -> number < times ? trouble : taken();
    }

    private static Reply taken() {
        return answer(200, JOB);
    }

    private static Reply page() {
        byte[] html = "<html><title>Log in</title></html>".getBytes(StandardCharsets.UTF_8);
        return Reply.of(Framing.LENGTH.answer(200, List.of("Content-Type: text/html"), html));
    }

    private static Reply answer(int status, String body, String... headers) {
        List<String> all = Stream.concat(
                        Stream.of("Content-Type: application/json", "Date: Sun, 22 Nov 2026 02:00:00 GMT"),
                        Stream.of(headers))
                .collect(Collectors.toList());
        return Reply.of(Framing.LENGTH.answer(status, all, body.getBytes(StandardCharsets.UTF_8)));
    }
}
