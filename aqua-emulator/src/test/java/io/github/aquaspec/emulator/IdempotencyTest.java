package io.github.aquaspec.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.setting.Setting;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private static final String JOB = PlainClient.job(List.of("select Id from Product"));
    private static final MovableClock CLOCK = new MovableClock("2026-11-22T10:00:00Z");

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start(EmulatorConfig.defaults().withClock(CLOCK));
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @AfterEach
    void asBefore() {
        emulator.behave();
        emulator.settings().reset();
    }

    @Test
    void theSameKeyTwiceMakesOneJob_andTheAnswerIsTheSame() throws Exception {
        HttpResponse<byte[]> first = submit("twice", JOB);
        HttpResponse<byte[]> second = submit("twice", JOB);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Zuora-Request-Id"))
                .isEqualTo(first.headers().firstValue("Zuora-Request-Id"));
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(id(submit("other", JOB))).isNotEqualTo(id(first));
        assertThat(id(client.send("POST", "/v1/batch-query/", JOB))).isNotEqualTo(id(first));
    }

    @Test
    void aReplayCanSayThatItIsOne() throws Exception {
        HttpResponse<byte[]> first = submit("conflict", JOB);
        emulator.settings().set(Setting.REPLAY_STATUS, "409");
        HttpResponse<byte[]> second = submit("conflict", JOB);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void aFailureIsKeptLikeASuccess() throws Exception {
        HttpResponse<byte[]> first = submit("failure", PlainClient.job(List.of("select Nonsense from Account")));
        HttpResponse<byte[]> second = submit("failure", JOB);
        assertThat(PlainClient.json(second).path("errorCode").asText()).isEqualTo("90005");
        assertThat(second.body()).isEqualTo(first.body());
        HttpResponse<byte[]> malformed = submit("malformed", "no json");
        assertThat(submit("malformed", JOB).statusCode())
                .isEqualTo(malformed.statusCode())
                .isEqualTo(400);
    }

    @Test
    void aKeyLastsForADay_byTheClock() throws Exception {
        String first = id(submit("day", JOB));
        CLOCK.move(Duration.ofHours(24).minusSeconds(1));
        client.forgetToken();
        assertThat(id(submit("day", JOB))).isEqualTo(first);
        CLOCK.move(Duration.ofSeconds(1));
        assertThat(id(submit("day", JOB))).isNotEqualTo(first);
    }

    @Test
    void aKeyBelongsToItsUrl_itsMethod_andItsEntity() throws Exception {
        String job = id(submit("mine", JOB));
        HttpResponse<byte[]> elsewhere = send("POST", "/v1/batch-query", "mine", Map.of());
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(reason(elsewhere)).isEqualTo(50000030);
        assertThat(send("POST", "/v1/batch-query/", "mine", Map.of("Zuora-Entity-Ids", "other"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("DELETE", "/v1/batch-query/", "mine", Map.of()).statusCode())
                .as("no such route")
                .isEqualTo(405);
        assertThat(id(submit("mine", JOB))).isEqualTo(job);
    }

    @Test
    void fails_whileTheFirstIsUnderWay() throws Exception {
        emulator.misbehave(new Scenario.HoldRequest(), Occasion.SUBMISSIONS);
        CompletableFuture<HttpResponse<byte[]>> one = CompletableFuture.supplyAsync(() -> quietly("slow"));
        CompletableFuture<HttpResponse<byte[]>> other = CompletableFuture.supplyAsync(() -> quietly("slow"));
        CompletableFuture.anyOf(one, other).get();
        emulator.behave();
        HttpResponse<byte[]> first = one.get().statusCode() == 200 ? one.get() : other.get();
        HttpResponse<byte[]> second = first == one.get() ? other.get() : one.get();
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(reason(second)).isEqualTo(50000050);
        assertThat(id(first)).isEqualTo(id(submit("slow", JOB)));
    }

    @Test
    void aLostAnswerIsKept_whereTheWorkWasDone_andNotOtherwise() throws Exception {
        emulator.misbehave(new Scenario.Respond(502, Map.of(), "lost", true), Occasion.SUBMISSIONS.next(1));
        assertThat(submit("lost", JOB).statusCode()).isEqualTo(502);
        String job = id(submit("lost", JOB));
        assertThat(job).isEqualTo(id(submit("lost", JOB)));

        emulator.misbehave(new Scenario.Respond(502, "never arrived"), Occasion.SUBMISSIONS.next(1));
        assertThat(submit("arrives later", JOB).statusCode()).isEqualTo(502);
        assertThat(submit("arrives later", JOB).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsNothingToAQuestion() throws Exception {
        String job = id(submit("asked", JOB));
        assertThat(send("GET", "/v1/batch-query/jobs/" + job, "asked", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyOutlivesTheEmulator_whereItHasADirectory(@TempDir Path directory) throws Exception {
        EmulatorConfig config = EmulatorConfig.defaults().withDirectory(directory);
        String job;
        try (AquaEmulator first = AquaEmulator.start(config)) {
            job = id(submitAt(first));
        }
        try (AquaEmulator second = AquaEmulator.start(config)) {
            assertThat(id(submitAt(second))).isEqualTo(job);
        }
    }

    private static HttpResponse<byte[]> submitAt(AquaEmulator at) throws Exception {
        Map<String, String> headers = Map.of("Authorization", "Basic aWQ6c2VjcmV0", "Idempotency-Key", "kept");
        return new PlainClient(at.url()).send("POST", "/v1/batch-query/", JOB, headers);
    }

    @Test
    void withoutCredentialsNothingIsKept() throws Exception {
        Map<String, String> headers = Map.of("Idempotency-Key", "locked out");
        assertThat(client.send("POST", "/v1/batch-query/", JOB, headers).statusCode())
                .isEqualTo(401);
        assertThat(submit("locked out", JOB).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256})
    void aKeyHasAtMost255Characters(int length) throws Exception {
        assertThat(submit("k".repeat(length), JOB).statusCode()).isEqualTo(length == 255 ? 200 : 400);
    }

    private static HttpResponse<byte[]> quietly(String key) {
        try {
            return submit(key, JOB);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<byte[]> submit(String key, String body) throws Exception {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + client.token(), "Idempotency-Key", key);
        return client.send("POST", "/v1/batch-query/", body, headers);
    }

    private static HttpResponse<byte[]> send(String method, String path, String key, Map<String, String> more)
            throws Exception {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + client.token());
        headers.put("Idempotency-Key", key);
        return client.send(method, path, method.equals("POST") ? JOB : "", headers);
    }

    private static int reason(HttpResponse<byte[]> answer) {
        return PlainClient.json(answer).at("/reasons/0/code").asInt();
    }

    private static String id(HttpResponse<byte[]> answer) {
        JsonNode id = PlainClient.json(answer).path("id");
        assertThat(id.isTextual())
                .as("a job: %s", new String(answer.body(), UTF_8))
                .isTrue();
        return id.asText();
    }
}
