package io.github.aquaspec.emulator.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.job.JobView.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Jobs and refusals as JSON. The order of members is always the same, and means nothing. */
public final class JobJson {

    private static final DateTimeFormatter START_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

    private JobJson() {}

    /** The body that answers a submit, and every poll. */
    public static ObjectNode job(JobView job) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode batches = json.putArray("batches");
        job.batches().forEach(b -> batches.add(batch(b)));
        json.put("id", job.id());
        json.put("status", job.status().word());
        head(json, job.request());
        json.put("offset", job.request().offset());
        job.incrementalTime().ifPresent(t -> json.put("incrementalTime", t.toEpochMilli()));
        job.startTime().ifPresent(t -> json.put("startTime", startTime(t)));
        return json;
    }

    /** The body of a refusal: it comes with HTTP status 200, and has no id. */
    public static ObjectNode rejected(JobRequest request, Rejection rejection) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("errorCode", rejection.code());
        json.put("message", rejection.message());
        json.put("status", "error");
        head(json, request);
        ArrayNode batches = json.putArray("batches");
        for (QueryRequest query : request.queries()) {
            ObjectNode batch = batches.addObject();
            query(batch, query);
            state(batch, Status.PENDING, 0, true);
        }
        return json;
    }

    /** The body for an id that no job has. */
    public static ObjectNode unknownJob() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("errorCode", "90002");
        json.put("message", "Invalid Job Id");
        json.put("status", "error");
        return json;
    }

    private static void head(ObjectNode json, JobRequest request) {
        request.name().ifPresent(n -> json.put("name", n));
        json.put("version", request.version());
        json.put("format", request.format().name());
        json.put("encrypted", request.encrypted());
        request.partner().ifPresent(p -> json.put("partner", p));
        request.project().ifPresent(p -> json.put("project", p));
        json.put("useLastCompletedJobQueries", request.useLastCompletedJobQueries());
        request.notifyUrl().ifPresent(u -> json.put("notifyUrl", u));
    }

    private static ObjectNode batch(JobView.Batch batch) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("batchId", batch.id());
        query(json, batch.query());
        state(json, batch.status(), batch.recordCount(), batch.full());
        batch.fileId().ifPresent(f -> json.put("fileId", f));
        batch.message().ifPresent(m -> json.put("message", m));
        return json;
    }

    private static void query(ObjectNode json, QueryRequest query) {
        query.name().ifPresent(n -> json.put("name", n));
        json.put("query", query.query());
        json.put("batchType", query.batchType());
        json.put("apiVersion", query.apiVersion());
        query.deleted()
                .ifPresent(d -> json.putObject("deleted")
                        .put("column", d.column())
                        .put("format", d.format().word()));
    }

    private static void state(ObjectNode json, Status status, long records, boolean full) {
        json.put("status", status.word());
        json.put("localizedStatus", status.word());
        json.put("recordCount", records);
        json.put("full", full);
    }

    private static String startTime(Instant instant) {
        return START_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
