package io.github.aquaspec.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.json.JsonText;
import io.github.aquaspec.json.JsonTree;
import io.github.aquaspec.run.event.DataFile;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The JSON of receipts. */
final class ReceiptJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReceiptJson() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static JsonNode parse(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            return JsonTree.read(parser);
        }
    }

    static JsonNode parse(InputStream json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            return JsonTree.read(parser);
        }
    }

    /** A copy in which every text has gone through a redaction. */
    static ObjectNode redacted(ObjectNode json, UnaryOperator<String> redaction) {
        ObjectNode copy = object();
        json.properties().forEach(member -> copy.set(member.getKey(), redacted(member.getValue(), redaction)));
        return copy;
    }

    private static JsonNode redacted(JsonNode json, UnaryOperator<String> redaction) {
        if (json instanceof ObjectNode object) {
            return redacted(object, redaction);
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(item -> copy.add(redacted(item, redaction)));
            return copy;
        }
        return json.isTextual() ? NODES.textNode(redaction.apply(json.asText())) : json;
    }

    /** Status and outcome of one manifest. */
    static void outcome(ObjectNode receipt, JobOutcome outcome) {
        receipt.put("status", status(outcome));
        ObjectNode json = receipt.putObject("outcome");
        if (outcome instanceof JobOutcome.Published published) {
            receipt.put("jobId", published.jobId());
            published.jobStartTime().ifPresent(t -> receipt.put("jobStartTime", t));
            ArrayNode files = receipt.putArray("files");
            published.results().forEach(result -> file(files.addObject(), result));
            ArrayNode accepted = receipt.putArray("accepted");
            published.accepted().forEach(a -> {
                ObjectNode item = accepted.addObject();
                diagnostic(item, a.diagnostic());
                item.put("reason", a.reason());
            });
            json.put("summary", summary(published));
            if (outcome.isFailed()) {
                json.put("retry", (published.isRemembered() ? Retry.NEVER : Retry.NOW).word());
            }
        } else if (outcome instanceof JobOutcome.Failed failed) {
            failed.jobId().ifPresent(id -> receipt.put("jobId", id));
            json.put("summary", worst(failed).message());
            json.put("retry", failed.retry().word());
        } else if (outcome instanceof JobOutcome.Skipped skipped) {
            json.put("summary", skipped.reason());
        }
        diagnostics(receipt.putArray("diagnostics"), outcome.diagnostics());
    }

    /** Not a note that happens to stand above it in the manifest. */
    private static Diagnostic worst(JobOutcome.Failed failed) {
        return Collections.min(failed.diagnostics(), Comparator.comparing(Diagnostic::severity));
    }

    private static String summary(JobOutcome.Published published) {
        if (!published.isFailed()) {
            return "published";
        }
        return published.isRemembered()
                ? "published, but the one before is not deleted"
                : "published, but not remembered";
    }

    static String status(JobOutcome outcome) {
        if (outcome.isFailed()) {
            return "failed";
        }
        return outcome instanceof JobOutcome.Skipped ? "skipped" : "succeeded";
    }

    static byte[] bytes(ObjectNode json) {
        return JsonText.of(json).getBytes(StandardCharsets.UTF_8);
    }

    /** What a run extracts. */
    static void window(ObjectNode receipt, WindowPlan window) {
        ObjectNode json = receipt.putObject("window");
        json.put("from", window.range().from().toString());
        json.put("to", window.range().to().toString());
        json.put("origin", window.origin().name().toLowerCase(Locale.ROOT));
    }

    private static void file(ObjectNode json, QueryResult result) {
        json.put("query", result.query());
        result.name().ifPresent(name -> json.put("name", name));
        result.batchId().ifPresent(id -> json.put("batchId", id));
        ArrayNode header = json.putArray("header");
        result.header().forEach(header::add);
        ArrayNode ids = json.putArray("fileIds");
        result.fileIds().forEach(ids::add);
        if (result.files().size() == 1) {
            json.put("path", result.files().get(0).name());
        }
        json.put("records", result.records());
        result.announced().ifPresent(n -> json.put("recordCount", n));
        json.put("load", result.isIncremental() ? "incremental" : "full");
        json.put("bytes", result.bytes());
        if (result.files().size() == 1) {
            json.put("sha256", result.files().get(0).sha256());
        } else {
            ArrayNode parts = json.putArray("parts");
            result.files().forEach(file -> part(parts.addObject(), file));
        }
        ArrayNode served = json.putArray("served");
        result.served().forEach(segment -> {
            ObjectNode body = served.addObject();
            body.put("bytes", segment.servedBytes());
            body.put("sha256", segment.servedSha256());
        });
    }

    private static void part(ObjectNode json, DataFile file) {
        json.put("path", file.name());
        json.put("records", file.records());
        json.put("bytes", file.bytes());
        json.put("sha256", file.sha256());
    }

    static void diagnostics(ArrayNode array, Collection<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> diagnostic(array.addObject(), diagnostic));
    }

    private static void diagnostic(ObjectNode json, Diagnostic diagnostic) {
        json.put("code", diagnostic.code().id());
        json.put("severity", diagnostic.severity().word());
        json.put("message", diagnostic.message());
        diagnostic.where().ifPresent(where -> {
            json.put("file", where.span().source().name());
            json.put("line", where.span().from().line());
            json.put("column", where.span().from().column());
        });
        json.put("why", diagnostic.why());
        Optional<String> fix = diagnostic.fix();
        fix.ifPresent(text -> json.put("fix", text));
    }
}
