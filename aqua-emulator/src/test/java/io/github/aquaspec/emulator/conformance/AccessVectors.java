package io.github.aquaspec.emulator.conformance;

import static io.github.aquaspec.emulator.conformance.Aqua.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may come in, how often, and how to stop. */
final class AccessVectors {

    private static final int CONCURRENT = 50;

    private AccessVectors() {}

    static List<Vector> all() {
        return List.of(
                Vector.anywhere("V19 a completed job cannot be cancelled", AccessVectors::cancelCompleted),
                Vector.emulated("V19 a running job can, and never has a file", AccessVectors::cancelRunning),
                Vector.emulated("V21 a token ends while a job is polled, another one goes on", AccessVectors::token),
                Vector.emulated("V22 fifty jobs at once, and no more", AccessVectors::concurrent),
                Vector.anywhere("V23 one Idempotency-Key, one job", AccessVectors::sameKey));
    }

    private static void cancelCompleted(Aqua aqua) {
        JsonNode job = aqua.completed(job("select Id from Product"));
        JsonNode answer = cancel(aqua, job);
        assertThat(answer.path("status").asText()).isNotEqualTo("cancelled");
        assertThat(aqua.poll(job).path("status").asText()).isEqualTo("completed");
    }

    private static void cancelRunning(Aqua aqua) {
        try {
            aqua.set("querySeconds", 600);
            JsonNode job = aqua.submit(job("select Id from Product"));
            JsonNode answer = cancel(aqua, job);
            assertThat(answer.path("status").asText()).isEqualTo("cancelled");
            assertThat(answer.path("id")).isEqualTo(job.path("id"));
            aqua.pass(Duration.ofHours(1));
            JsonNode later = aqua.poll(job);
            assertThat(later.path("status").asText()).isEqualTo("cancelled");
            assertThat(later.path("batches").path(0).has("fileId")).isFalse();
        } finally {
            aqua.resetSettings();
        }
    }

    private static JsonNode cancel(Aqua aqua, JsonNode job) {
        return Wire.json(
                aqua.send("DELETE", "/v1/batch-query/jobs/" + job.path("id").asText(), ""));
    }

    private static void token(Aqua aqua) {
        JsonNode job = aqua.completed(job("select Id from Product"));
        String token = newToken(aqua);
        assertThat(poll(aqua, job, token).statusCode()).isEqualTo(200);
        aqua.pass(Duration.ofMinutes(61));
        HttpResponse<byte[]> refused = poll(aqua, job, token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Wire.json(refused).path("reasons").path(0).path("code").asLong())
                .isEqualTo(90000011);
        assertThat(poll(aqua, job, newToken(aqua)).statusCode()).isEqualTo(200);
    }

    private static String newToken(Aqua aqua) {
        HttpResponse<byte[]> answer = aqua.wire()
                .send(
                        "POST",
                        "/oauth/token",
                        "client_id=" + aqua.tenant().user() + "&client_secret="
                                + aqua.tenant().password() + "&grant_type=client_credentials",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        return Wire.json(answer).path("access_token").asText();
    }

    private static HttpResponse<byte[]> poll(Aqua aqua, JsonNode job, String token) {
        return aqua.wire()
                .send(
                        "GET",
                        "/v1/batch-query/jobs/" + job.path("id").asText(),
                        "",
                        Map.of("Authorization", "Bearer " + token));
    }

    private static void concurrent(Aqua aqua) {
        List<JsonNode> running = new ArrayList<>();
        try {
            aqua.set("querySeconds", 600);
            for (int i = 0; i < CONCURRENT; i++) {
                running.add(aqua.submit(job("select Id from Product")));
            }
            assertThat(running).allSatisfy(job -> assertThat(job.has("id")).isTrue());
            assertThat(aqua.submit(job("select Id from Product"))
                            .path("errorCode")
                            .asText())
                    .isEqualTo("90028");
            JsonNode stateful = aqua.submit(aqua.session(aqua.project(), "select Id from Product"));
            assertThat(stateful.has("id")).as("stateful jobs count apart").isTrue();
            running.add(stateful);
        } finally {
            running.forEach(job -> cancel(aqua, job));
            aqua.resetSettings();
        }
        aqua.completed(job("select Id from Product"));
    }

    private static void sameKey(Aqua aqua) {
        String key = "vector-" + aqua.project();
        JsonNode first = keyed(aqua, key, "select Id from Product");
        JsonNode second = keyed(aqua, key, "select Id from Product");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(keyed(aqua, key + "-other", "select Id from Product").path("id"))
                .isNotEqualTo(first.path("id"));
    }

    private static JsonNode keyed(Aqua aqua, String key, String query) {
        return Wire.json(aqua.wire()
                .send(
                        "POST",
                        "/v1/batch-query/",
                        job(query).toString(),
                        Map.of(
                                "Authorization",
                                aqua.tenant().basic(),
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                key)));
    }
}
