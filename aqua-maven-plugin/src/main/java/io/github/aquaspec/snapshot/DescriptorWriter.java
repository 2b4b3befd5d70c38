package io.github.aquaspec.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@link DataPackage} as JSON: members always in one order, two blanks of indentation, LF, a final newline, so that
 * equal packages are equal files.
 */
final class DescriptorWriter {

    static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final JsonGenerator json;

    private DescriptorWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(DataPackage descriptor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT));
            new DescriptorWriter(json).writePackage(descriptor);
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private void writePackage(DataPackage descriptor) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", PROFILE);
        json.writeStringField("name", descriptor.name());
        writeIfPresent("description", descriptor.description());
        if (descriptor.created().isPresent()) {
            json.writeStringField("created", descriptor.created().get().toString());
        }
        json.writeArrayFieldStart("sources");
        json.writeStartObject();
        json.writeStringField("title", "Zuora AQuA job " + descriptor.job().id());
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("aqua:jobId", descriptor.job().id());
        json.writeStringField("aqua:version", descriptor.job().version());
        json.writeStringField("aqua:mode", word(descriptor.job().mode()));
        writeIfPresent("aqua:partner", descriptor.job().partner());
        writeIfPresent("aqua:project", descriptor.job().project());
        if (descriptor.job().window().isPresent()) {
            DataPackage.Window window = descriptor.job().window().get();
            json.writeObjectFieldStart("aqua:window");
            json.writeStringField("from", window.from().toString());
            json.writeStringField("to", window.to().toString());
            json.writeEndObject();
        }
        if (descriptor.job().target().isPresent()) {
            DataPackage.Target target = descriptor.job().target().get();
            json.writeStringField("aqua:environment", target.environment());
            writeIfPresent("aqua:entityId", target.entityId());
            writeIfPresent("aqua:orgIds", target.orgIds());
        }
        json.writeArrayFieldStart("resources");
        for (DataPackage.Resource resource : descriptor.resources()) {
            writeResource(resource);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeResource(DataPackage.Resource resource) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", resource.name());
        json.writeStringField("type", "table");
        json.writeStringField("path", resource.file().name());
        json.writeStringField("format", "csv");
        json.writeStringField("mediatype", "text/csv");
        if (resource.file().name().endsWith(".gz")) {
            json.writeStringField("compression", "gz");
        }
        json.writeStringField("encoding", "utf-8");
        json.writeNumberField("bytes", resource.file().bytes());
        json.writeStringField("hash", "sha256:" + resource.file().sha256());
        json.writeObjectFieldStart("dialect");
        json.writeBooleanField("header", true);
        json.writeStringField("delimiter", ",");
        writeIfPresent("lineTerminator", resource.lineTerminator());
        json.writeStringField("quoteChar", "\"");
        json.writeBooleanField("doubleQuote", true);
        // the default in version 2; version 1 of the dialect, which many libraries still read by, takes blanks away
        json.writeBooleanField("skipInitialSpace", false);
        json.writeEndObject();
        writeSchema(resource);
        writeQuery(resource);
        json.writeEndObject();
    }

    /** All columns are strings: CSV holds text, and guessing turns {@code 1.10} into 1.1. */
    private void writeSchema(DataPackage.Resource resource) throws IOException {
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (String column : resource.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column);
            json.writeStringField("type", "string");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missingValues");
        json.writeString(resource.nullText());
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeQuery(DataPackage.Resource resource) throws IOException {
        DataPackage.Query query = resource.query();
        json.writeStringField("aqua:queryName", query.name());
        json.writeStringField("aqua:query", query.text());
        json.writeStringField("aqua:type", query.type());
        writeIfPresent("aqua:apiVersion", query.apiVersion());
        writeIfPresent("aqua:batchId", query.batchId());
        json.writeStringField("aqua:load", word(query.load()));
        if (query.deleted().isPresent()) {
            json.writeObjectFieldStart("aqua:deleted");
            json.writeStringField("column", query.deleted().get().column());
            writeIfPresent("format", query.deleted().get().format());
            json.writeEndObject();
        }
        if (query.segment().isPresent()) {
            json.writeNumberField("aqua:segment", query.segment().get());
        }
        json.writeNumberField("aqua:recordCount", resource.content().records());
        json.writeNumberField("aqua:contentBytes", resource.content().bytes());
        json.writeStringField("aqua:contentSha256", resource.content().sha256());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void writeIfPresent(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
