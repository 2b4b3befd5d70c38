package io.github.aquaspec.emulator.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Jobs and refusals as JSON. The order of members is always the same, and means nothing. */
public final class JobJson {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter START_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);
    private static final DateTimeFormatter LEGACY_START_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Settings settings;

    /** JSON as the settings want it at the moment it is written. */
    public JobJson(Settings settings) {
        this.settings = settings;
    }

    /** The body that answers a submit, and every poll. */
    public ObjectNode job(JobView job) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode batches = json.putArray("batches");
        job.batches().forEach(b -> batches.add(batch(b)));
        json.put("id", job.id());
        json.put("status", job.status().word());
        job.problem().ifPresent(p -> json.put("errorCode", p.code()).put("message", p.message()));
        head(json, job.request());
        json.put("offset", job.request().offset().orElse(0));
        job.incrementalTime().ifPresent(t -> json.put("incrementalTime", t.toEpochMilli()));
        job.startTime().ifPresent(t -> json.put("startTime", startTime(t)));
        return json;
    }

    /** The body of a refusal: it comes with HTTP status 200, and has no id. */
    public ObjectNode rejected(JobRequest request, Rejection rejection) {
        ObjectNode json = refused(rejection);
        head(json, request);
        ArrayNode batches = json.putArray("batches");
        for (QueryRequest query : request.queries()) {
            ObjectNode batch = batches.addObject();
            query(batch, query);
            state(batch, Status.PENDING, 0, true);
        }
        return json;
    }

    /** The body for an id that no job has, or for a pair without a completed job. */
    public static ObjectNode unknownJob() {
        return refused(Rejection.unknownJob());
    }

    /** The body for a job that cannot be cancelled. */
    public static ObjectNode cannotCancel() {
        return refused(Rejection.cannotCancel());
    }

    private static ObjectNode refused(Rejection rejection) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("errorCode", rejection.code());
        json.put("message", rejection.message());
        json.put("status", "error");
        return json;
    }

    private void head(ObjectNode json, JobRequest request) {
        request.name().ifPresent(n -> json.put("name", n));
        version(json, request.version());
        json.put("format", request.format().name());
        json.put("encrypted", request.encrypted());
        request.partner().ifPresent(p -> json.put("partner", p));
        request.project().ifPresent(p -> json.put("project", project(p)));
        json.put("useLastCompletedJobQueries", request.useLastCompletedJobQueries());
        request.notifyUrl().ifPresent(u -> json.put("notifyUrl", u));
    }

    private void version(ObjectNode json, String version) {
        if (settings.get(Setting.VERSION_AS_NUMBER)) {
            json.put("version", new BigDecimal(version).stripTrailingZeros());
        } else {
            json.put("version", version);
        }
    }

    private String project(String sent) {
        return settings.get(Setting.LOWERCASE_PROJECT) ? sent.toLowerCase(Locale.ROOT) : sent;
    }

    private static ObjectNode batch(Batch batch) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("batchId", batch.id());
        query(json, batch.query());
        state(json, batch.status(), batch.recordCount(), batch.full());
        if (batch.segmented()) {
            ArrayNode segments = json.putArray("segments");
            batch.files().forEach(segments::add);
        } else {
            batch.files().forEach(f -> json.put("fileId", f));
        }
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

    private String startTime(Instant instant) {
        return settings.get(Setting.START_TIME).equals("legacy")
                ? LEGACY_START_TIME.format(instant.atZone(PACIFIC))
                : START_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
