package io.github.aquaspec.run.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.aquaspec.spec.model.Deleted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States as JSON, a member a line, so that a change of one is read well in a version control's diff. */
final class StateWriter {

    /** Of the shape of these files; another one would be another number. */
    static final int FORMAT = 1;

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private final JsonGenerator json;

    private StateWriter(JsonGenerator json) {
        this.json = json;
    }

    @FunctionalInterface
    private interface Part {
        void write(StateWriter writer) throws IOException;
    }

    static byte[] write(Published published) {
        return bytes(writer -> writer.published(published));
    }

    static byte[] write(RunHistory history) {
        return bytes(writer -> writer.history(history));
    }

    static byte[] write(PublishedColumns columns) {
        return bytes(writer -> writer.columns(columns));
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES));
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            part.write(new StateWriter(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be written", e);
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private void published(Published published) throws IOException {
        target(published.identity());
        json.writeStringField("jobId", published.jobId());
        if (published instanceof WindowPublished window) {
            json.writeObjectFieldStart("window");
            json.writeStringField("from", window.from().toString());
            json.writeStringField("to", window.to().toString());
            queries(window.queries(), window.records());
            json.writeEndObject();
        } else if (published instanceof SessionPublished session) {
            json.writeObjectFieldStart("session");
            json.writeStringField("partner", session.partner());
            json.writeStringField("project", session.project());
            json.writeStringField("watermark", session.watermark().toString());
            queries(session.queries(), List.of());
            json.writeEndObject();
        }
    }

    private void queries(List<PublishedQuery> queries, List<Long> records) throws IOException {
        json.writeArrayFieldStart("queries");
        for (int i = 0; i < queries.size(); i++) {
            json.writeStartObject();
            query(queries.get(i));
            if (!records.isEmpty()) {
                json.writeNumberField("records", records.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void query(PublishedQuery query) throws IOException {
        writeIfPresent("name", query.name());
        json.writeStringField("query", query.query());
        json.writeStringField("type", query.type().word());
        if (query.deleted().isPresent()) {
            PublishedQuery.Column deleted = query.deleted().get();
            json.writeObjectFieldStart("deleted");
            json.writeStringField("column", deleted.column());
            writeIfPresent("format", deleted.format().map(Deleted.Flag::word));
            json.writeEndObject();
        }
    }

    private void history(RunHistory history) throws IOException {
        target(history.identity());
        json.writeArrayFieldStart("runs");
        for (EndedRun run : history.runs()) {
            json.writeStartObject();
            json.writeStringField("runKey", run.key().base());
            json.writeNumberField("count", run.key().count());
            json.writeStringField("end", run.end());
            writeIfPresent("jobId", run.jobId());
            writeIfPresent("at", run.at().map(Instant::toString));
            if (!run.files().isEmpty()) {
                files(run.files());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void files(List<EndedRun.File> files) throws IOException {
        json.writeArrayFieldStart("files");
        for (EndedRun.File file : files) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            json.writeNumberField("records", file.records());
            json.writeNumberField("bytes", file.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void columns(PublishedColumns columns) throws IOException {
        target(columns.identity());
        json.writeStringField("manifest", columns.manifest());
        json.writeArrayFieldStart("files");
        for (Map.Entry<String, List<String>> file : columns.files().entrySet()) {
            json.writeStartObject();
            json.writeStringField("file", file.getKey());
            json.writeArrayFieldStart("columns");
            for (String column : file.getValue()) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void target(TargetIdentity identity) throws IOException {
        json.writeObjectFieldStart("target");
        json.writeStringField("name", identity.name());
        json.writeStringField("host", identity.host());
        writeIfPresent("entity", identity.entity());
        writeIfPresent("orgs", identity.orgs());
        json.writeEndObject();
    }

    private void writeIfPresent(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
