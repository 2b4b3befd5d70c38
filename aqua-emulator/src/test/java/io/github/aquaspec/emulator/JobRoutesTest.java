package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.setting.Setting;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cancelling a job, and the last completed job of a pair, as clients ask for them. */
class JobRoutesTest {

    private static final String PAIR = "\"version\":\"1.1\",\"partner\":\"acme & sons\",\"project\":\"a/b\"";

    private final AquaEmulator emulator =
            AquaEmulator.start(EmulatorConfig.defaults().withPace(new Pace.Polls(2)));
    private final PlainClient client = new PlainClient(emulator.url());

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aJobThatHasNotEndedCanBeCancelled() throws Exception {
        JsonNode job = client.submitQuery("select Id from Account");
        JsonNode cancelled = PlainClient.json(delete(job));
        assertThat(cancelled.path("id")).isEqualTo(job.path("id"));
        assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
        assertThat(client.poll(job).path("status").asText()).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "404, 404"})
    void fails_whenTheJobHasEnded_orIsUnknown(String set, int status) throws Exception {
        emulator.settings().set(Setting.CANCEL_REFUSED, set);
        JsonNode job = client.await(client.submitQuery("select Id from Product"));
        for (HttpResponse<byte[]> refused :
                List.of(delete(job), client.send("DELETE", "/v1/batch-query/jobs/none", ""))) {
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(PlainClient.json(refused).path("errorCode").asText()).isEqualTo("90003");
        }
        assertThat(client.poll(job).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void theLastCompletedJobOfAPairIsFound_whateverItsNames() throws Exception {
        String path = "/v1/batch-query/jobs/partner/acme%20%26%20sons/project/a%2Fb";
        assertThat(PlainClient.json(client.get(path)).path("errorCode").asText())
                .as("there is none yet")
                .isEqualTo("90002");
        JsonNode first = client.await(client.submitQuery("select Id from Product", PAIR));
        JsonNode second = client.submitQuery("select Id from Product", PAIR);
        assertThat(PlainClient.json(client.get(path)).path("id")).isEqualTo(first.path("id"));
        client.await(second);
        JsonNode last = PlainClient.json(client.get("/apps/api" + path.substring("/v1".length())));
        assertThat(last.path("id")).isEqualTo(second.path("id"));
        assertThat(last.path("status").asText()).isEqualTo("completed");
        emulator.settings().set(Setting.NO_LAST_JOB, "404");
        assertThat(client.get("/v1/batch-query/jobs/partner/p/project/q").statusCode())
                .isEqualTo(404);
    }

    @Test
    void thereIsNoListOfAllJobs() throws Exception {
        HttpResponse<byte[]> answer = client.get("/v1/batch-query/jobs");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(PlainClient.json(answer).at("/reasons/0/code").asInt()).isEqualTo(50000040);
    }

    @Test
    void aKeyOfASubmissionIsNotOneOfACancellation() throws Exception {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + client.token(), "Idempotency-Key", "one");
        JsonNode job = PlainClient.json(
                client.send("POST", "/v1/batch-query/", PlainClient.job(List.of("select Id from Account")), headers));
        String path = "/v1/batch-query/jobs/" + job.path("id").asText();
        assertThat(client.send("DELETE", path, "", headers).statusCode()).isEqualTo(422);
        assertThat(client.poll(job).path("status").asText()).isNotEqualTo("cancelled");
    }

    private HttpResponse<byte[]> delete(JsonNode job) throws Exception {
        return client.send("DELETE", "/v1/batch-query/jobs/" + job.path("id").asText(), "");
    }
}
