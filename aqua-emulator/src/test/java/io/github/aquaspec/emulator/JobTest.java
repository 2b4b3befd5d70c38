package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.aquaspec.emulator.job.Pace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final String QUERY = "select Id from Product";

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aJobIsSeenToMove() throws Exception {
        EmulatorConfig config = EmulatorConfig.defaults().withPace(new Pace.Polls(2));
        try (AquaEmulator slow = AquaEmulator.start(config)) {
            PlainClient client = new PlainClient(slow.url());
            JsonNode submitted = client.submitQuery(QUERY);
            JsonNode first = client.poll(submitted);
            assertThat(first.path("status").asText()).isEqualTo("submitted");
            assertThat(first.has("startTime")).isFalse();
            assertThat(first.path("batches").path(0).has("fileId")).isFalse();
            assertThat(client.poll(submitted).path("status").asText()).isIn("submitted", "executing");
            JsonNode last = client.await(submitted);
            assertThat(last.path("status").asText()).isEqualTo("completed");
            assertThat(last.path("batches").path(0).path("status").asText()).isEqualTo("completed");
            assertThat(last.path("batches").path(0).path("localizedStatus").asText())
                    .isEqualTo("completed");
            assertThat(last.path("batches").path(0).path("message")).isEqualTo(emptyText());
            assertThat(last.path("batches").path(0).path("fileId").asText()).matches("[0-9a-f]{32}");
            assertThat(last.path("id")).isEqualTo(submitted.path("id"));
        }
    }

    @Test
    void aJobTakesTimeByTheClock() throws Exception {
        MovableClock clock = new MovableClock("2026-11-22T02:00:03Z");
        EmulatorConfig config =
                EmulatorConfig.defaults().withClock(clock).withPace(new Pace.Delay(Duration.ofMinutes(10)));
        try (AquaEmulator slow = AquaEmulator.start(config)) {
            PlainClient client = new PlainClient(slow.url());
            JsonNode submitted = client.submitQuery(QUERY);
            JsonNode job = client.poll(submitted);
            while (job.path("status").asText().equals("submitted")) {
                job = client.poll(submitted);
            }
            assertThat(job.path("status").asText()).isEqualTo("executing");
            clock.move(Duration.ofMinutes(10));
            job = client.await(submitted);
            assertThat(job.path("status").asText()).isEqualTo("completed");
            assertThat(job.path("startTime").asText()).isEqualTo("2026-11-22T02:00:03+0000");
        }
    }

    @Test
    void batchesKeepTheOrderOfTheRequest() throws Exception {
        List<String> queries =
                List.of(QUERY, "select Id from Account", "select Id from Invoice", "select Id from Account");
        JsonNode job = client.await(client.submit(PlainClient.job(queries)));
        assertThat(job.path("batches").findValuesAsText("query")).isEqualTo(queries);
        assertThat(job.path("batches").findValuesAsText("recordCount")).containsExactly("10", "240", "720", "240");
        assertThat(job.path("batches").findValuesAsText("fileId"))
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void theFirstBatchThatFailsEndsTheJob() throws Exception {
        JsonNode job =
                client.await(client.submit(PlainClient.job(List.of(QUERY, "select * from BillingPreviewRun", QUERY))));
        assertThat(job.path("status").asText()).isEqualTo("aborted");
        assertThat(job.path("batches").findValuesAsText("status")).containsExactly("completed", "aborted", "pending");
        assertThat(job.path("batches").path(1).path("message").asText())
                .isEqualTo("java.lang.RuntimeException: You must specify a select.");
        assertThat(job.path("batches").path(1).has("fileId")).isFalse();
        assertThat(client.file(job, 0).statusCode()).isEqualTo(200);
    }

    @Test
    void aRetrievalTimeBoundsTheRecords() throws Exception {
        String query = "select Id, UpdatedDate from Account order by UpdatedDate";
        List<List<String>> all = client.rows(query, "\"dateTimeUtc\":true");
        List<List<String>> some = client.rows(
                query,
                "\"dateTimeUtc\":true",
                "\"version\":\"1.1\",\"partner\":\"p\",\"project\":\"q\"",
                "\"incrementalTime\":\"2026-06-30 17:00:00\"");
        List<List<String>> expected = all.stream()
                .filter(row -> row.get(1).compareTo("2026-07-01T00:00:00") >= 0)
                .toList();
        assertThat(some).isEqualTo(expected).hasSizeBetween(2, all.size() - 1);
    }

    @Test
    void aBlankInATimeLosesTheWindow_andAFractionLosesTheRecords() throws Exception {
        String window = "select Id from Account where UpdatedDate >= '2026-09-01T00:00:00Z' and UpdatedDate < ";
        int right = client.rows(window + "'2026-10-01T00:00:00Z'").size() - 1;
        assertThat(right).isBetween(1, 239);
        assertThat(client.rows(window + "'2026-10-01T00:00:00.000Z'"))
                .as("header only")
                .hasSize(1);
        assertThat(client.rows("select Id from Account where UpdatedDate >= '2026-09-01 00:00:00'"))
                .as("everything")
                .hasSize(241);
    }

    @Test
    void aRetrievalTimeMeansNothingWithoutState() throws Exception {
        JsonNode job = client.await(client.submitQuery(
                "select Id from Account", "\"version\":\"1.0\"", "\"incrementalTime\":\"2026-06-30 17:00:00\""));
        assertThat(job.path("batches").path(0).path("recordCount").asInt()).isEqualTo(240);
        assertThat(job.path("batches").path(0).path("full").asBoolean()).isTrue();
    }

    @Test
    void anUnknownJobIsAnAnswerToo() throws Exception {
        HttpResponse<byte[]> answer =
                new PlainClient(emulator.url()).get("/v1/batch-query/jobs/00000000000000000000000000000000");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PlainClient.json(answer).path("errorCode").asText()).isEqualTo("90002");
        assertThat(PlainClient.json(answer).has("id")).isFalse();
    }

    @Test
    void twoEmulatorsShareNothing() throws Exception {
        try (AquaEmulator one = AquaEmulator.start(EmulatorConfig.defaults().withSeed(1));
                AquaEmulator other =
                        AquaEmulator.start(EmulatorConfig.defaults().withSeed(2))) {
            PlainClient client = new PlainClient(one.url());
            PlainClient otherClient = new PlainClient(other.url());
            JsonNode job = client.submitQuery(QUERY);
            assertThat(otherClient.poll(job).path("errorCode").asText()).isEqualTo("90002");
            assertThat(client.text(QUERY)).isNotEqualTo(otherClient.text(QUERY));
        }
    }

    private static JsonNode emptyText() {
        return TextNode.valueOf("");
    }
}
