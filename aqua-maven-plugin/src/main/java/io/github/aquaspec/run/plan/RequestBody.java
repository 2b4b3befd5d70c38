package io.github.aquaspec.run.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.json.JsonText;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.Session;
import java.util.Optional;

/**
 * The JSON body that submits a job, byte for byte. What the manifest leaves out is added only where it cannot change the
 * data: format, version, encrypted, and the type of a query.
 */
public final class RequestBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RequestBody() {}

    /** The body of a job. */
    public static String of(JobSpec job) {
        ObjectNode body = JSON.objectNode();
        body.put("format", job.results().effectiveFormat().word());
        body.put("version", job.effectiveVersion().word());
        put(body, "name", job.name());
        body.put("encrypted", job.results().effectiveEncryption().word());
        session(body, job.session());
        job.results().useQueryLabels().ifPresent(v -> body.put("useQueryLabels", v));
        job.results().dateTimeUtc().ifPresent(v -> body.put("dateTimeUtc", v));
        put(body, "nullReplacement", job.results().nullReplacement());
        put(body, "notifyUrl", job.notifyUrl());
        put(body, "sourceData", job.sourceData().map(Enum::name));
        put(body, "warehouseSize", job.warehouseSize());
        var queries = body.putArray("queries");
        job.queries().forEach(query -> query(queries.addObject(), query));
        return JsonText.of(body);
    }

    private static void session(ObjectNode body, Session session) {
        put(body, "partner", session.partner());
        put(body, "project", session.project());
        session.offset().ifPresent(v -> body.put("offset", v));
        put(body, "incrementalTime", session.incrementalTime().map(DataCentreTime.WRITTEN::format));
        session.useLastCompletedJobQueries().ifPresent(v -> body.put("useLastCompletedJobQueries", v));
    }

    private static void query(ObjectNode json, QuerySpec query) {
        put(json, "name", query.name());
        json.put("type", query.effectiveType().word());
        put(json, "apiVersion", query.apiVersion().map(v -> v.text()));
        if (!query.convertToCurrencies().isEmpty()) {
            json.put("convertToCurrencies", String.join(",", query.convertToCurrencies()));
        }
        query.deleted().ifPresent(deleted -> deleted(json.putObject("deleted"), deleted));
        json.put("query", query.query());
    }

    private static void deleted(ObjectNode json, Deleted deleted) {
        json.put("column", deleted.column());
        put(json, "format", deleted.format().map(Deleted.Flag::word));
        deleted.forceExport().ifPresent(v -> json.put("forceExport", v));
    }

    private static void put(ObjectNode json, String member, Optional<String> value) {
        value.ifPresent(text -> json.put(member, text));
    }
}
