package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.http.Credential;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final String ANY_JOB = "/v1/batch-query/jobs/00000000000000000000000000000000";
    private static final MovableClock CLOCK = new MovableClock("2026-11-22T10:00:00Z");

    private static AquaEmulator emulator;

    private final PlainClient client = new PlainClient(emulator.url());

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start(EmulatorConfig.defaults()
                .withClock(CLOCK)
                .withCredentials(new Credential("id", "secret"), new Credential("other:with", "colon")));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aTokenOpensTheDoor() throws Exception {
        JsonNode token = PlainClient.json(client.newToken("id", "secret"));
        assertThat(token.path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.path("expires_in").isInt()).isTrue();
        assertThat(token.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(token.path("access_token").asText()).matches("[0-9a-f]{32}");
        assertThat(token.path("scope").asText()).contains("tenant.");
        assertThat(token.path("jti").asText()).matches("[0-9a-f]{32}");
        assertThat(status(
                        "Authorization", "Bearer " + token.path("access_token").asText()))
                .isEqualTo(200);
    }

    @Test
    void aTokenIsRefusedOnceItsTimeIsOver_andANewOneIsGood() throws Exception {
        assertThat(client.get(ANY_JOB).statusCode()).isEqualTo(200);
        CLOCK.move(Duration.ofSeconds(3598));
        assertThat(client.get(ANY_JOB).statusCode()).isEqualTo(200);
        CLOCK.move(Duration.ofSeconds(1));
        assertUnauthorized(client.get(ANY_JOB));
        client.forgetToken();
        assertThat(client.get(ANY_JOB).statusCode()).isEqualTo(200);
    }

    @Test
    void noTokenForAWrongSecret() throws Exception {
        assertUnauthorized(client.newToken("id", "wrong"));
        assertUnauthorized(client.newToken("nobody", "secret"));
        assertUnauthorized(client.newToken("", ""));
    }

    @Test
    void theTokenEndpointTakesAFormOnly() throws Exception {
        HttpResponse<byte[]> json = client.send(
                "POST",
                "/oauth/token",
                "{\"client_id\":\"id\",\"client_secret\":\"secret\",\"grant_type\":\"client_credentials\"}",
                Map.of("Content-Type", "application/json"));
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(PlainClient.json(json).at("/reasons/0/code").asInt()).isEqualTo(50000020);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "apiAccessKeyId", "apiSecretAccessKey"})
    void theTokenEndpointTakesNoOtherCredential(String header) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                "POST",
                "/oauth/token",
                "client_id=id&client_secret=secret&grant_type=client_credentials",
                Map.of("Content-Type", "application/x-www-form-urlencoded", header, "id"));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void theTokenEndpointNeedsTheGrantType() throws Exception {
        HttpResponse<byte[]> answer = client.send(
                "POST",
                "/oauth/token",
                "client_id=id&client_secret=secret",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void basicCredentialsOpenTheDoor_wrongOnesDoNot() throws Exception {
        assertThat(status("Authorization", basic("id:secret"))).isEqualTo(200);
        assertThat(status("Authorization", basic("id:wrong"))).isEqualTo(401);
        assertThat(status("Authorization", basic("id"))).isEqualTo(401);
        assertThat(status("Authorization", "Basic %%%")).isEqualTo(401);
    }

    @Test
    void keyHeadersOpenTheDoor_onlyBothTogether() throws Exception {
        assertThat(client.send("GET", ANY_JOB, "", Map.of("apiAccessKeyId", "id", "apiSecretAccessKey", "secret"))
                        .statusCode())
                .isEqualTo(200);
        assertUnauthorized(client.send("GET", ANY_JOB, "", Map.of("apiAccessKeyId", "id")));
        assertUnauthorized(
                client.send("GET", ANY_JOB, "", Map.of("apiAccessKeyId", "id", "apiSecretAccessKey", "wrong")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer unknown", "Bearer", "ZSession abc", "", "secret"})
    void otherCredentialsAreRefused(String authorization) throws Exception {
        assertThat(status("Authorization", authorization)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/batch-query/jobs/00000000000000000000000000000000",
                "/v1/files/00000000000000000000000000000000",
                "/v1/file/00000000000000000000000000000000",
                "/apps/api/file/00000000000000000000000000000000",
                "/v1/unknown"
            })
    void nothingIsServedWithoutCredentials(String path) throws Exception {
        assertUnauthorized(client.send("GET", path, "", Map.of()));
    }

    @Test
    void submittingNeedsCredentials() throws Exception {
        assertUnauthorized(client.send("POST", "/v1/batch-query/", "{}", Map.of()));
    }

    private int status(String header, String value) throws Exception {
        return client.send("GET", ANY_JOB, "", Map.of(header, value)).statusCode();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUnauthorized(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        JsonNode body = PlainClient.json(answer);
        assertThat(body.path("success").asBoolean(true)).isFalse();
        assertThat(body.path("processId").asText()).matches("[0-9A-F]{16}");
        assertThat(body.path("reasons").path(0).path("code").asInt()).isEqualTo(90000011);
        assertThat(body.path("reasons").path(0).path("message").asText())
                .isEqualTo("this resource is protected, please sign in first");
    }
}
