package io.github.aquaspec.emulator.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs as text, to outlive the emulator. The request is kept as a body that AQuA would understand. */
final class JobText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JobText() {}

    static String write(KeptJob job) {
        JobView view = job.view();
        ObjectNode json = JSON.createObjectNode();
        json.put("id", view.id());
        json.set("request", request(view.request()));
        json.put("status", view.status().name());
        json.put("submitted", view.submitted().toString());
        view.startTime().ifPresent(t -> json.put("started", t.toString()));
        view.ended().ifPresent(t -> json.put("ended", t.toString()));
        view.incrementalTime().ifPresent(t -> json.put("incrementalTime", t.toString()));
        view.problem()
                .ifPresent(p -> json.putObject("problem").put("code", p.code()).put("message", p.message()));
        ArrayNode batches = json.putArray("batches");
        view.batches().forEach(b -> batches.add(batch(b)));
        ArrayNode statements = json.putArray("statements");
        job.statements().forEach(s -> statement(statements.addObject(), s));
        return json.toString();
    }

    static KeptJob read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            // The body names everything, so that no setting and no default takes part in reading it.
            JobRequest request = new RequestReader("", new Settings(Map.of()))
                    .read(json.path("request").toString().getBytes(StandardCharsets.UTF_8));
            List<Batch> batches = new ArrayList<>();
            for (JsonNode one : json.path("batches")) {
                batches.add(batch(one, request.queries().get(batches.size())));
            }
            List<LoggedStatement> statements = new ArrayList<>();
            json.path("statements").forEach(one -> statements.add(statement(one)));
            JsonNode problem = json.path("problem");
            JobView view = new JobView(
                    json.path("id").asText(),
                    request,
                    Status.valueOf(json.path("status").asText()),
                    Instant.parse(json.path("submitted").asText()),
                    instant(json, "started"),
                    instant(json, "ended"),
                    instant(json, "incrementalTime"),
                    problem.isObject()
                            ? Optional.of(new Rejection(
                                    problem.path("code").asText(),
                                    problem.path("message").asText()))
                            : Optional.empty(),
                    batches);
            return new KeptJob(view, statements);
        } catch (IOException | MalformedRequest e) {
            throw new IllegalStateException("the note of a job cannot be read", e);
        }
    }

    private static ObjectNode request(JobRequest request) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", request.format().name());
        json.put("version", request.version());
        request.name().ifPresent(v -> json.put("name", v));
        request.partner().ifPresent(v -> json.put("partner", v));
        request.project().ifPresent(v -> json.put("project", v));
        json.put("encrypted", request.encrypted());
        request.offset().ifPresent(v -> json.put("offset", v));
        request.incrementalTime().ifPresent(v -> json.put("incrementalTime", v));
        json.put("useQueryLabels", request.useQueryLabels());
        json.put("dateTimeUtc", request.dateTimeUtc());
        json.put("nullReplacement", request.nullReplacement());
        request.notifyUrl().ifPresent(v -> json.put("notifyUrl", v));
        json.put("useLastCompletedJobQueries", request.useLastCompletedJobQueries());
        ArrayNode queries = json.putArray("queries");
        request.queries().forEach(q -> query(queries.addObject(), q));
        return json;
    }

    private static void query(ObjectNode json, QueryRequest query) {
        query.name().ifPresent(v -> json.put("name", v));
        json.put("query", query.query());
        json.put("type", query.batchType());
        json.put("apiVersion", query.apiVersion());
        query.convertToCurrencies().ifPresent(v -> json.put("convertToCurrencies", v));
        query.deleted()
                .ifPresent(d -> json.putObject("deleted")
                        .put("column", d.column())
                        .put("format", d.format().word())
                        .put("forceExport", d.forceExport()));
    }

    private static ObjectNode batch(Batch batch) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", batch.id());
        json.put("status", batch.status().name());
        json.put("full", batch.full());
        json.put("recordCount", batch.recordCount());
        ArrayNode files = json.putArray("files");
        batch.files().forEach(files::add);
        json.put("segmented", batch.segmented());
        batch.message().ifPresent(m -> json.put("message", m));
        return json;
    }

    private static Batch batch(JsonNode json, QueryRequest query) {
        return new Batch(
                json.path("id").asText(),
                query,
                Status.valueOf(json.path("status").asText()),
                json.path("full").asBoolean(),
                json.path("recordCount").asLong(),
                texts(json.path("files")),
                json.path("segmented").asBoolean(),
                Optional.ofNullable(json.path("message").textValue()));
    }

    private static void statement(ObjectNode json, LoggedStatement statement) {
        json.put("batch", statement.batchId());
        json.put("sql", statement.sql());
        ArrayNode parameters = json.putArray("parameters");
        statement.parameters().forEach(parameters::add);
    }

    private static LoggedStatement statement(JsonNode json) {
        return new LoggedStatement(
                json.path("batch").asText(), json.path("sql").asText(), texts(json.path("parameters")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Optional<Instant> instant(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue()).map(Instant::parse);
    }
}
