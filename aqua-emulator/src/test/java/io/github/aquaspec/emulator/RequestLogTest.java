package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.http.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {

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

    @BeforeEach
    void forget() throws Exception {
        client.send("DELETE", "/emulator/requests", "", Map.of());
    }

    @Test
    void whatCameInIsKeptInOrder() throws Exception {
        client.token();
        client.send("DELETE", "/emulator/requests", "", Map.of());
        client.submitQuery("select Id from Product", "\"name\":\"mine\"");
        client.get("/v1//files/none/");
        List<RecordedRequest> requests = emulator.requests();
        assertThat(requests).extracting(RecordedRequest::method).containsExactly("POST", "GET");
        assertThat(requests).extracting(RecordedRequest::path).containsExactly("/v1/batch-query/", "/v1//files/none/");
        assertThat(requests).extracting(RecordedRequest::status).containsExactly(200, 404);
        assertThat(requests.get(0).body()).contains("\"name\":\"mine\"");
        assertThat(requests.get(1).number()).isEqualTo(requests.get(0).number() + 1);
    }

    @Test
    void noSecretIsKept() throws Exception {
        client.newToken("my-id", "s3cr3t-token");
        client.send("GET", "/v1/files/x", "", Map.of("Authorization", "Basic czNjcjN0LWJhc2lj"));
        client.send(
                "GET", "/v1/files/x", "", Map.of("apiAccessKeyId", "s3cr3t-user", "apiSecretAccessKey", "s3cr3t-key"));
        JsonNode log = PlainClient.json(client.send("GET", "/emulator/requests", "", Map.of()));
        assertThat(log.path("requests")).hasSize(3);
        assertThat(log.toString())
                .doesNotContain("s3cr3t", "czNjcjN0LWJhc2lj")
                .contains("client_id=my-id", "Basic ••••");
        assertThat(emulator.requests().toString()).doesNotContain("s3cr3t", "czNjcjN0LWJhc2lj");
        assertThat(log.path("requests").path(0).path("body").asText())
                .isEqualTo("client_id=my-id&client_secret=••••&grant_type=client_credentials");
    }

    @Test
    void askingTheEmulatorItselfLeavesNoTrace() throws Exception {
        JsonNode health = PlainClient.json(client.send("GET", "/emulator/health", "", Map.of()));
        assertThat(health.path("status").asText()).isEqualTo("up");
        assertThat(emulator.requests()).isEmpty();
    }
}
