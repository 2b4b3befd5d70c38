package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Headers on which nothing hangs: those that a request may have, and those that no answer has. */
class OtherHeadersTest {

    private static AquaEmulator emulator;
    private static PlainClient client;
    private static String file;

    @BeforeAll
    static void start() throws Exception {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
        JsonNode job = client.await(client.submitQuery("select Id, Name from Account"));
        file = "/v1/files/" + job.at("/batches/0/fileId").asText();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aFileHasNoOtherHeadersThanAreKnown() throws Exception {
        assertThat(client.get(file).headers().map().keySet())
                .isNotEmpty()
                .doesNotContain(
                        "accept-ranges",
                        "content-disposition",
                        "content-md5",
                        "etag",
                        "last-modified",
                        "set-cookie",
                        "x-ratelimit-limit-minute",
                        "x-ratelimit-remaining-minute");
    }

    @Test
    void whatIsNotReadOfARequestChangesNothing() throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + client.token()));
        headers.put("Accept", "text/html");
        headers.put("Content-Type", "text/plain");
        headers.put("If-None-Match", "*");
        headers.put("Range", "bytes=10-");
        headers.put("User-Agent", "another/1.0");
        headers.put("X-Zuora-WSDL-Version", "1");
        headers.put("Zuora-Entity-Ids", "elsewhere");
        headers.put("Zuora-Org-Ids", "nobody");
        headers.put("Zuora-Version", "186.0");
        JsonNode submitted = PlainClient.json(client.send(
                "POST", "/v1/batch-query/", PlainClient.job(List.of("select Id, Name from Account")), headers));
        HttpResponse<byte[]> answer = client.send("GET", file, "", headers);
        assertThat(client.await(submitted).path("status").asText()).isEqualTo("completed");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(client.get(file).body());
    }
}
