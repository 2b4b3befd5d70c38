package io.github.aquaspec.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The least that an AQuA client does, with the JDK's own HTTP client. */
final class PlainClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_POLLS = 10_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private String token = "";

    PlainClient(URI base) {
        this.base = base;
    }

    HttpResponse<byte[]> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, body, Map.of("Authorization", "Bearer " + token()));
    }

    JsonNode submit(String body) throws IOException, InterruptedException {
        return JSON.readTree(send("POST", "/v1/batch-query/", body).body());
    }

    JsonNode job(String id) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", "/v1/batch-query/jobs/" + id, "").body());
    }

    /** Polls until the job has ended. */
    JsonNode await(JsonNode submitted) throws IOException, InterruptedException {
        if (!submitted.has("id")) {
            throw new AssertionError("no job: " + submitted);
        }
        for (int i = 0; i < MAX_POLLS; i++) {
            JsonNode job = job(submitted.path("id").asText());
            String status = job.path("status").asText();
            if (!status.equals("submitted") && !status.equals("executing")) {
                return job;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the job does not end");
    }

    HttpResponse<byte[]> file(String id) throws IOException, InterruptedException {
        return send("GET", "/v1/files/" + id, "");
    }

    String token() throws IOException, InterruptedException {
        if (token.isEmpty()) {
            token = JSON.readTree(newToken("id", "secret").body())
                    .path("access_token")
                    .asText();
        }
        return token;
    }

    void forgetToken() {
        token = "";
    }

    HttpResponse<byte[]> newToken(String id, String secret) throws IOException, InterruptedException {
        return send(
                "POST",
                "/oauth/token",
                "client_id=" + id + "&client_secret=" + secret + "&grant_type=client_credentials",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }
}
