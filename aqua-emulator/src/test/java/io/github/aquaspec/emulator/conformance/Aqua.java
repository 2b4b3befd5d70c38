package io.github.aquaspec.emulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.Csv;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What a vector does at a tenant: jobs, files, and at an emulator its records, clock and settings. */
final class Aqua {

    private static final Set<String> ENDED = Set.of("completed", "aborted", "cancelled", "error");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Tenant tenant;
    private final Wire wire;

    Aqua(Tenant tenant) {
        this.tenant = tenant;
        this.wire = new Wire(tenant.base());
    }

    Tenant tenant() {
        return tenant;
    }

    Wire wire() {
        return wire;
    }

    /** A project that nobody has used. */
    String project() {
        return "c" + Long.toString(System.nanoTime(), 36) + NAMES.incrementAndGet();
    }

    /** A record id that nobody has used. */
    String id() {
        return String.format("8ad0%012x%016x", NAMES.incrementAndGet(), System.nanoTime());
    }

    HttpResponse<byte[]> send(String method, String path, String body) {
        return wire.send(
                method, path, body, Map.of("Authorization", tenant.basic(), "Content-Type", "application/json"));
    }

    JsonNode submit(ObjectNode job) {
        return submit(job.toString());
    }

    JsonNode submit(String job) {
        HttpResponse<byte[]> response = send("POST", "/v1/batch-query/", job);
        assertThat(response.statusCode()).as(Wire.text(response)).isEqualTo(200);
        return Wire.json(response);
    }

    JsonNode poll(JsonNode submitted) {
        return Wire.json(
                send("GET", "/v1/batch-query/jobs/" + submitted.path("id").asText(), ""));
    }

    /** Polls until the job has ended, however it ends. */
    JsonNode ended(JsonNode submitted) {
        assertThat(submitted.path("id").asText())
                .as("the job id in " + submitted)
                .matches("[0-9a-f]{32}");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode job = poll(submitted);
            if (ENDED.contains(job.path("status").asText())) {
                return job;
            }
            assertThat(System.nanoTime()).as("the job does not end: " + job).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Runs a job that has to complete. */
    JsonNode completed(ObjectNode job) {
        JsonNode ended = ended(submit(job));
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("completed");
        return ended;
    }

    HttpResponse<byte[]> file(String id) {
        return send("GET", "/v1/files/" + id, "");
    }

    /** The ids of a batch's files, whether it is one or segments. */
    static List<String> files(JsonNode batch) {
        List<String> ids = new ArrayList<>();
        if (batch.has("segments")) {
            batch.path("segments").forEach(id -> ids.add(id.asText()));
        } else {
            ids.add(batch.path("fileId").asText());
        }
        return ids;
    }

    /** The only file of a batch, as text. */
    String text(JsonNode batch) {
        HttpResponse<byte[]> response = file(batch.path("fileId").asText());
        assertThat(response.statusCode()).as("the file of " + batch).isEqualTo(200);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Header and rows of a batch's only file. */
    List<List<String>> rows(JsonNode job, int batch) {
        return Csv.parse(text(job.path("batches").path(batch)));
    }

    /** Header and rows that a stateless query brings. */
    List<List<String>> rows(String query) {
        return rows(completed(job(query)), 0);
    }

    /** Column of a batch's only file, by its header; the header left out. */
    List<String> column(JsonNode job, int batch, String header) {
        List<List<String>> rows = rows(job, batch);
        int at = rows.get(0).indexOf(header);
        assertThat(at).as(header + " in " + rows.get(0)).isNotNegative();
        return rows.stream().skip(1).map(row -> row.get(at)).toList();
    }

    /** A stateless job with API names and these queries. */
    static ObjectNode job(String... queries) {
        ObjectNode job = JsonNodeFactory.instance.objectNode();
        job.put("format", "csv").put("version", "1.0").put("encrypted", "none");
        job.put("useQueryLabels", true).put("dateTimeUtc", true);
        job.putArray("queries");
        for (String query : queries) {
            add(job, query);
        }
        return job;
    }

    /** A stateful job with API names and these queries. */
    ObjectNode session(String project, String... queries) {
        return job(queries)
                .put("version", "1.1")
                .put("partner", tenant.partner().orElseThrow())
                .put("project", project);
    }

    /** Adds a query, and returns it. */
    static ObjectNode add(ObjectNode job, String query) {
        int number = job.withArray("queries").size();
        return job.withArray("queries")
                .addObject()
                .put("name", "q" + number)
                .put("type", "zoqlexport")
                .put("apiVersion", "145.0")
                .put("query", query);
    }

    /** Asks a query for its deleted records too. */
    static ObjectNode withDeleted(ObjectNode job, String column, String format) {
        job.withArray("queries")
                .forEach(query -> ((ObjectNode) query)
                        .putObject("deleted")
                        .put("column", column)
                        .put("format", format));
        return job;
    }

    /** Moves the emulator's clock on. */
    void pass(Duration time) {
        control("POST", "/emulator/clock", "{\"advance\":\"" + time + "\"}");
    }

    /** Inserts a record, or changes the one that is there. */
    void put(String object, String id, String fields) {
        control("PUT", "/emulator/records/" + object + '/' + id, fields);
    }

    void delete(String object, String id) {
        control("DELETE", "/emulator/records/" + object + '/' + id, "");
    }

    void set(String setting, Object value) {
        String text = value instanceof String ? "\"" + value + '"' : String.valueOf(value);
        control("POST", "/emulator/settings", "{\"" + setting + "\":" + text + '}');
    }

    void resetSettings() {
        control("DELETE", "/emulator/settings", "");
    }

    /** What the emulator knows about a job beyond AQuA: the statements behind its files. */
    JsonNode behind(JsonNode job) {
        return control("GET", "/emulator/jobs/" + job.path("id").asText(), "");
    }

    JsonNode control(String method, String path, String body) {
        HttpResponse<byte[]> response = wire.send(method, path, body, Map.of("Content-Type", "application/json"));
        assertThat(response.statusCode())
                .as(method + ' ' + path + ' ' + body + ": " + Wire.text(response))
                .isEqualTo(200);
        return Wire.json(response);
    }
}
