package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final String QUERY = "select Id, Name from Account";

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

    @AfterEach
    void behave() {
        emulator.behave();
    }

    @Test
    void aReadyMadeAnswerComesAsOftenAsAsked_thenTheTruth() throws Exception {
        JsonNode job = completed();
        emulator.misbehave(Scenario.Respond.loginPage(), Occasion.DOWNLOADS.next(2));
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> page = client.file(job, 0);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<html>");
            assertThat(page.headers().firstValue("Zuora-Request-Id")).isPresent();
        }
        assertThat(new String(client.file(job, 0).body(), StandardCharsets.UTF_8))
                .startsWith("Account: ID,");
    }

    @Test
    void anAnswerCanBeKeptToOneKindOfRequest() throws Exception {
        emulator.misbehave(Scenario.Respond.unavailable(30), Occasion.SUBMISSIONS.next(1));
        JsonNode other = completedAfter503();
        assertThat(other.path("status").asText()).isEqualTo("completed");
    }

    private static JsonNode completedAfter503() throws IOException, InterruptedException {
        assertThat(client.get("/v1/batch-query/jobs/x").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> busy = submission();
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("30");
        return completed();
    }

    @Test
    void aRefusedDownloadCarriesTheMark() throws Exception {
        JsonNode job = completed();
        emulator.misbehave(Scenario.Respond.tooLarge(), Occasion.DOWNLOADS);
        HttpResponse<byte[]> refused = client.file(job, 0);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("<security:max-object-size>2047MB</security:max-object-size>");
        assertThat(client.file(job, 0).statusCode())
                .as("until it is taken back")
                .isEqualTo(403);
        emulator.behave();
        assertThat(client.file(job, 0).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenCanBeRefusedInTheMiddle() throws Exception {
        JsonNode job = completed();
        emulator.misbehave(new Scenario.Respond(401, ""), Occasion.POLLS.next(1));
        assertThat(client.get("/v1/batch-query/jobs/" + job.path("id").asText()).statusCode())
                .isEqualTo(401);
        assertThat(client.poll(job).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void aSecondEntryComesIntoAZipOnly() throws Exception {
        JsonNode job = completed();
        byte[] truth = client.file(job, 0).body();
        emulator.misbehave(new Scenario.SecondZipEntry("second.csv", "x"));
        assertThat(client.file(job, 0).body()).isEqualTo(truth);
    }

    @Test
    void aPathMayEndWithASlash_thoughPlainPathsDoNot() throws Exception {
        emulator.misbehave(new Scenario.Respond(503, "busy"), new Occasion("POST", "/v1/batch-query/", 1));
        assertThat(client.send("POST", "/v1/batch-query", PlainClient.job(List.of(QUERY)))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void recordCountsCanLie() throws Exception {
        JsonNode truth = completed();
        emulator.misbehave(new Scenario.WrongRecordCount(-3));
        assertThat(client.poll(truth)
                        .path("batches")
                        .path(0)
                        .path("recordCount")
                        .asInt())
                .isEqualTo(237);
        assertThat(Csv.parse(new String(client.file(truth, 0).body(), StandardCharsets.UTF_8)))
                .as("the file does not")
                .hasSize(241);
    }

    @Test
    void aBatchCanGoMissing() throws Exception {
        emulator.misbehave(new Scenario.DropBatch(0));
        JsonNode job = client.await(client.submit(PlainClient.job(List.of(QUERY, "select Id from Product"))));
        assertThat(job.path("batches").findValuesAsText("query")).containsExactly("select Id from Product");
    }

    @Test
    void aStatusWordCanBeAnyWord() throws Exception {
        JsonNode truth = completed();
        emulator.misbehave(new Scenario.JobStatus("dreaming", Optional.empty()));
        JsonNode job = client.poll(truth);
        assertThat(job.path("status").asText()).isEqualTo("dreaming");
        assertThat(job.path("batches").path(0).path("status").asText()).isEqualTo("completed");
        emulator.behave();
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.of("Service Temporarily Unavailable")));
        job = client.poll(truth);
        assertThat(job.path("status").asText()).isEqualTo("aborted");
        assertThat(job.path("batches").path(0).path("status").asText()).isEqualTo("aborted");
        assertThat(job.path("batches").path(0).path("message").asText()).isEqualTo("Service Temporarily Unavailable");
        assertThat(job.path("batches").path(0).has("fileId")).isFalse();
    }

    @Test
    void aFileCanBreakOff_withItsFullLengthAnnounced() throws Exception {
        JsonNode job = completed();
        emulator.misbehave(new Scenario.TruncateFile(100, false), Occasion.DOWNLOADS.next(1));
        assertThatThrownBy(() -> client.file(job, 0)).isInstanceOf(IOException.class);
        assertThat(client.file(job, 0).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileCanEndTooEarly_asIfThatWereAll() throws Exception {
        JsonNode job = completed();
        byte[] whole = client.file(job, 0).body();
        emulator.misbehave(new Scenario.TruncateFile(100, true));
        HttpResponse<byte[]> part = client.file(job, 0);
        assertThat(part.body()).isEqualTo(Arrays.copyOf(whole, 100));
        assertThat(part.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void somethingCanStandBehindAGzipFile() throws Exception {
        JsonNode job = client.await(client.submitQuery(QUERY, "\"format\":\"gzip\""));
        byte[] whole = client.file(job, 0).body();
        emulator.misbehave(new Scenario.AppendToFile("junk"));
        byte[] more = client.file(job, 0).body();
        assertThat(more)
                .startsWith(whole)
                .endsWith("junk".getBytes(StandardCharsets.UTF_8))
                .hasSize(whole.length + 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(whole)).readAllBytes())
                .isNotEmpty();
    }

    @Test
    void aZipFileCanHoldTwoEntries() throws Exception {
        JsonNode job = client.await(client.submitQuery(QUERY, "\"format\":\"zip\""));
        emulator.misbehave(new Scenario.SecondZipEntry("other.csv", "a,b\n"));
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(client.file(job, 0).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(zip.readAllBytes()).isNotEmpty();
            }
        }
        assertThat(names).hasSize(2).contains("other.csv");
    }

    @Test
    void theServerCanHangUp() throws Exception {
        emulator.misbehave(new Scenario.HangUp(false), Occasion.SUBMISSIONS.next(1));
        assertThatThrownBy(() -> client.submitQuery(QUERY)).isInstanceOf(IOException.class);
        assertThat(emulator.requests().get(emulator.requests().size() - 1).status())
                .as("no status was sent")
                .isZero();
        assertThat(client.submitQuery(QUERY).has("id")).isTrue();
    }

    @Test
    void anAnswerCanBeLostBeforeOrAfterTheWork() throws Exception {
        int jobs = jobs();
        emulator.misbehave(new Scenario.Respond(502, Map.of(), "lost", false), Occasion.SUBMISSIONS.next(1));
        assertThat(submission().statusCode()).isEqualTo(502);
        assertThat(jobs()).as("lost on its way there").isEqualTo(jobs);
        emulator.misbehave(new Scenario.Respond(502, Map.of(), "lost", true), Occasion.SUBMISSIONS.next(1));
        assertThat(submission().statusCode()).isEqualTo(502);
        assertThat(jobs()).as("lost on its way back").isEqualTo(jobs + 1);
    }

    private static HttpResponse<byte[]> submission() throws IOException, InterruptedException {
        return client.send("POST", "/v1/batch-query/", PlainClient.job(List.of(QUERY)));
    }

    private static int jobs() throws IOException, InterruptedException {
        return PlainClient.json(client.send("GET", "/emulator/jobs", "", Map.of()))
                .path("jobs")
                .size();
    }

    @Test
    void aScenarioFromTheWireWorksLikeOneFromJava() throws Exception {
        JsonNode job = completed();
        client.send(
                "POST",
                "/emulator/scenarios",
                "{\"scenario\":\"respond\",\"method\":\"GET\",\"path\":\"/v1/files/\",\"times\":1,\"status\":418,"
                        + "\"headers\":{\"X-Tea\":\"yes\"},\"body\":\"short\"}",
                Map.of());
        HttpResponse<byte[]> teapot = client.file(job, 0);
        assertThat(teapot.statusCode()).isEqualTo(418);
        assertThat(teapot.headers().firstValue("X-Tea")).hasValue("yes");
        assertThat(client.file(job, 0).statusCode()).isEqualTo(200);
    }

    private static JsonNode completed() throws IOException, InterruptedException {
        JsonNode job = client.await(client.submitQuery(QUERY));
        assertThat(job.path("status").asText()).isEqualTo("completed");
        return job;
    }
}
