package io.github.aquaspec.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The least that an AQuA client does, with the JDK's own HTTP client. */
final class PlainClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_POLLS = 20_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    JsonNode submit(String body) throws IOException, InterruptedException {
        return json(send("POST", "/v1/batch-query/", body));
    }

    /** Submits one Export ZOQL query with further members, as JSON without the outer braces. */
    JsonNode submitQuery(String query, String... members) throws IOException, InterruptedException {
        return submit(job(List.of(query), members));
    }

    JsonNode poll(JsonNode submitted) throws IOException, InterruptedException {
        return json(get("/v1/batch-query/jobs/" + submitted.path("id").asText()));
    }

    /** Polls until the job has ended. */
    JsonNode await(JsonNode submitted) throws IOException, InterruptedException {
        if (!submitted.has("id")) {
            throw new AssertionError("no job: " + submitted);
        }
        for (int i = 0; i < MAX_POLLS; i++) {
            JsonNode job = poll(submitted);
            String status = job.path("status").asText();
            if (!status.equals("submitted") && !status.equals("executing")) {
                return job;
            }
        }
        throw new AssertionError("the job does not end");
    }

    /** The rows of the only file of a job with this query, header first. */
    List<List<String>> rows(String query, String... members) throws IOException, InterruptedException {
        return Csv.parse(text(query, members));
    }

    /** The only file of a job with this query. */
    String text(String query, String... members) throws IOException, InterruptedException {
        JsonNode job = await(submitQuery(query, members));
        return new String(file(job, 0).body(), StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> file(JsonNode job, int batch) throws IOException, InterruptedException {
        JsonNode fileId = job.path("batches").path(batch).path("fileId");
        if (!fileId.isTextual()) {
            throw new AssertionError("no file: " + job);
        }
        return get("/v1/files/" + fileId.asText());
    }

    static String job(List<String> queries, String... members) {
        ObjectNode job = JSON.createObjectNode();
        for (int i = 0; i < queries.size(); i++) {
            job.withArray("queries")
                    .addObject()
                    .put("name", "q" + i)
                    .put("type", "zoqlexport")
                    .put("query", queries.get(i));
        }
        for (String member : members) {
            job.setAll((ObjectNode) read('{' + member + '}'));
        }
        return job.toString();
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return read(new String(response.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    String token() throws IOException, InterruptedException {
        if (token.isEmpty()) {
            token = json(newToken("id", "secret")).path("access_token").asText();
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
