package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.setting.Setting;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final MovableClock clock = new MovableClock("2026-11-22T10:00:15Z");

    private AquaEmulator emulator;
    private PlainClient client;

    @BeforeEach
    void start() {
        emulator = AquaEmulator.start(EmulatorConfig.defaults().withClock(clock));
        client = new PlainClient(emulator.url());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void everyAnswerSaysWhatIsLeft() throws Exception {
        client.token();
        HttpResponse<byte[]> answer = client.get("/v1/files/none");
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("50000");
        assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("49998");
        assertThat(header(answer, "RateLimit-Reset")).isEqualTo("45");
        assertThat(header(answer, "Concurrency-Limit-Type")).isEqualTo("default");
        assertThat(header(answer, "Concurrency-Limit-Limit")).isEqualTo("40");
        assertThat(header(answer, "Concurrency-Limit-Remaining")).isEqualTo("39");
        assertThat(header(answer, "Zuora-Request-Id")).hasSize(36);
    }

    @Test
    void fails_whenRequestsAreTooManyInAMinute_andIsFineInTheNext() throws Exception {
        client.token();
        emulator.settings().set(Setting.REQUESTS_PER_MINUTE, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(client.get("/v1/files/none").statusCode()).isEqualTo(404);
        }
        HttpResponse<byte[]> refused = client.get("/v1/files/none");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).isEqualTo("45");
        assertThat(header(refused, "RateLimit-Limit")).isEqualTo("3, 3;w=60");
        assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(PlainClient.json(refused)
                                .path("reasons")
                                .path(0)
                                .path("code")
                                .asInt()
                        % 100)
                .isEqualTo(70);
        clock.move(Duration.ofSeconds(45));
        assertThat(client.get("/v1/files/none").statusCode()).isEqualTo(404);
    }

    @Test
    void fails_whenRequestsAreTooManyAtOnce_andTokensDoNotCount() throws Exception {
        String job = "/v1/batch-query/jobs/none";
        client.token();
        emulator.settings().set(Setting.MAX_CONCURRENT_REQUESTS, 1);
        emulator.misbehave(new Scenario.HoldRequest(), Occasion.POLLS);
        List<CompletableFuture<Integer>> asked = Stream.of(job, job)
                .map(path -> CompletableFuture.supplyAsync(() -> status(path)))
                .toList();
        assertThat(CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new))
                        .get())
                .isEqualTo(429);
        assertThat(client.newToken("id", "secret").statusCode()).isEqualTo(200);
        emulator.behave();
        assertThat(List.of(asked.get(0).get(), asked.get(1).get())).containsExactlyInAnyOrder(200, 429);
    }

    @Test
    void aTokenRequestTakesNothingOfWhatMayBeUnderWay() throws Exception {
        assertThat(header(client.newToken("id", "secret"), "Concurrency-Limit-Remaining"))
                .isEqualTo("40");
    }

    @Test
    void fails_whenTokensAreTooManyInAMinute() throws Exception {
        emulator.settings().set(Setting.TOKENS_PER_MINUTE, 2);
        assertThat(client.newToken("a", "b").statusCode()).isEqualTo(200);
        assertThat(client.newToken("", "").statusCode()).isEqualTo(401);
        HttpResponse<byte[]> refused = client.newToken("a", "b");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).isEqualTo("45");
        clock.move(Duration.ofMinutes(1));
        assertThat(client.newToken("a", "b").statusCode()).isEqualTo(200);
    }

    @Test
    void aLimitCountsFromWhenItIsSet() throws Exception {
        client.token();
        for (int i = 0; i < 5; i++) {
            client.get("/v1/files/none");
        }
        emulator.settings().set(Setting.REQUESTS_PER_MINUTE, 1);
        assertThat(client.get("/v1/files/none").statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/files/none").statusCode()).isEqualTo(429);
    }

    @Test
    void aResetForgetsWhatWasCounted_unlessRequestsAreKept() throws Exception {
        emulator.settings().set(Setting.REQUESTS_PER_MINUTE, 2);
        emulator.settings().set(Setting.TOKENS_PER_MINUTE, 1);
        assertThat(client.newToken("a", "b").statusCode()).isEqualTo(200);
        assertThat(client.newToken("a", "b").statusCode()).isEqualTo(429);
        client.send("POST", "/emulator/reset", "{\"keep\": [\"requests\", \"settings\"]}", Map.of());
        assertThat(client.newToken("a", "b").statusCode()).isEqualTo(429);
        client.send("POST", "/emulator/reset", "{\"keep\": [\"settings\"]}", Map.of());
        assertThat(client.newToken("a", "b").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> answer = client.newToken("a", "b");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("1 tokens a minute");
    }

    @Test
    void aTokenLivesAsLongAsIsSet() throws Exception {
        emulator.settings().set(Setting.TOKEN_SECONDS, 10);
        JsonNode token = PlainClient.json(client.newToken("id", "secret"));
        assertThat(token.path("expires_in").asInt()).isEqualTo(10);
        Map<String, String> bearer =
                Map.of("Authorization", "Bearer " + token.path("access_token").asText());
        assertThat(client.send("GET", "/v1/files/none", "", bearer).statusCode())
                .isEqualTo(404);
        clock.move(Duration.ofSeconds(10));
        assertThat(client.send("GET", "/v1/files/none", "", bearer).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRefusedTokenCanBeSaidInTheWayOfOAuth() throws Exception {
        assertThat(PlainClient.json(client.newToken("", "")).has("reasons")).isTrue();
        emulator.settings().set(Setting.TOKEN_ERROR_BODY, "oauth");
        assertThat(PlainClient.json(client.newToken("", "")).path("error").asText())
                .isEqualTo("invalid_client");
    }

    private int status(String path) {
        try {
            return client.get(path).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
