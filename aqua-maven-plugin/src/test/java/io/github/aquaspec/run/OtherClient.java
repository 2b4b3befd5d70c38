package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What ran before: it submits a body, asks until the job is completed, and takes the first file. */
final class OtherClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    OtherClient(URI base) {
        this.base = base;
    }

    /** Runs a job to its end, and leaves its files where they are. */
    String completed(String body) throws IOException, InterruptedException {
        JsonNode submitted =
                JSON.readTree(sent(request("/v1/batch-query/").POST(HttpRequest.BodyPublishers.ofString(body))));
        assertThat(submitted.path("id").asText()).as("%s", submitted).isNotEmpty();
        String id = submitted.path("id").asText();
        long patience = System.nanoTime() + 30_000_000_000L;
        while (!job(id).path("status").asText().equals("completed")) {
            assertThat(System.nanoTime() - patience).as("waits for ever").isNegative();
            Thread.onSpinWait();
        }
        return id;
    }

    byte[] file(String jobId) throws IOException, InterruptedException {
        return sent(request("/v1/files/" + job(jobId).at("/batches/0/fileId").asText()));
    }

    private JsonNode job(String id) throws IOException, InterruptedException {
        return JSON.readTree(sent(request("/v1/batch-query/jobs/" + id)));
    }

    private byte[] sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic ZGVtbzpkZW1v");
    }
}
