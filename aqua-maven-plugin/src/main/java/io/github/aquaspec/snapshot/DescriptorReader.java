package io.github.aquaspec.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads back what {@link DescriptorWriter} wrote; members it does not know are passed over. */
final class DescriptorReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String HASH = "sha256:";

    private DescriptorReader() {}

    static DataPackage read(byte[] json) throws MalformedDescriptorException {
        try (JsonParser parser = JSON.createParser(json)) {
            JsonNode root = JsonTree.read(parser);
            List<DataPackage.Resource> resources = new ArrayList<>();
            for (JsonNode resource : list(root, "resources")) {
                resources.add(resource(resource));
            }
            Optional<Instant> created = root.has("created") ? Optional.of(instant(root, "created")) : Optional.empty();
            return new DataPackage(text(root, "name"), optional(root, "description"), created, job(root), resources);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " near line " + e.getLocation().getLineNr();
            throw new MalformedDescriptorException("not JSON" + where, e);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedDescriptorException(e.getMessage(), e);
        }
    }

    private static DataPackage.Job job(JsonNode root) throws MalformedDescriptorException {
        Optional<DataPackage.Window> window = Optional.empty();
        JsonNode found = root.get("aqua:window");
        if (found != null) {
            window = Optional.of(new DataPackage.Window(instant(found, "from"), instant(found, "to")));
        }
        return new DataPackage.Job(
                text(root, "aqua:jobId"),
                text(root, "aqua:version"),
                word(DataPackage.Mode.class, root, "aqua:mode"),
                optional(root, "aqua:partner"),
                optional(root, "aqua:project"),
                window,
                target(root));
    }

    private static Optional<DataPackage.Target> target(JsonNode root) throws MalformedDescriptorException {
        Optional<String> environment = optional(root, "aqua:environment");
        return environment.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataPackage.Target(
                        environment.get(), optional(root, "aqua:entityId"), optional(root, "aqua:orgIds")));
    }

    private static DataPackage.Resource resource(JsonNode node) throws MalformedDescriptorException {
        String hash = text(node, "hash");
        if (!hash.startsWith(HASH)) {
            throw new MalformedDescriptorException("`hash` is not a SHA-256");
        }
        JsonNode schema = member(node, "schema");
        List<String> columns = new ArrayList<>();
        for (JsonNode field : list(schema, "fields")) {
            columns.add(text(field, "name"));
        }
        List<String> nulls = new ArrayList<>();
        list(schema, "missingValues").forEach(value -> nulls.add(value.asText()));
        if (nulls.size() != 1) {
            throw new MalformedDescriptorException("`missingValues` does not hold exactly one value");
        }
        return new DataPackage.Resource(
                text(node, "name"),
                new StoredFile(text(node, "path"), number(node, "bytes"), hash.substring(HASH.length())),
                columns,
                nulls.get(0),
                optional(member(node, "dialect"), "lineTerminator"),
                new DataPackage.Content(
                        number(node, "aqua:contentBytes"),
                        text(node, "aqua:contentSha256"),
                        number(node, "aqua:recordCount")),
                query(node));
    }

    private static DataPackage.Query query(JsonNode node) throws MalformedDescriptorException {
        Optional<Integer> segment = Optional.empty();
        if (node.has("aqua:segment")) {
            segment = Optional.of(Math.toIntExact(number(node, "aqua:segment")));
        }
        return new DataPackage.Query(
                text(node, "aqua:queryName"),
                text(node, "aqua:query"),
                text(node, "aqua:type"),
                optional(node, "aqua:apiVersion"),
                optional(node, "aqua:batchId"),
                word(DataPackage.Load.class, node, "aqua:load"),
                deleted(node),
                segment);
    }

    private static Optional<DataPackage.Deleted> deleted(JsonNode node) throws MalformedDescriptorException {
        JsonNode found = node.get("aqua:deleted");
        return found == null
                ? Optional.empty()
                : Optional.of(new DataPackage.Deleted(text(found, "column"), optional(found, "format")));
    }

    private static <E extends Enum<E>> E word(Class<E> words, JsonNode node, String name)
            throws MalformedDescriptorException {
        List<String> known = new ArrayList<>();
        for (E word : words.getEnumConstants()) {
            known.add(word.name().toLowerCase(Locale.ROOT));
        }
        int found = known.indexOf(text(node, name));
        if (found < 0) {
            throw new MalformedDescriptorException("`" + name + "` is neither " + String.join(" nor ", known));
        }
        return words.getEnumConstants()[found];
    }

    private static JsonNode member(JsonNode node, String name) throws MalformedDescriptorException {
        JsonNode member = node.get(name);
        if (member == null) {
            throw new MalformedDescriptorException("`" + name + "` is missing");
        }
        return member;
    }

    private static JsonNode list(JsonNode node, String name) throws MalformedDescriptorException {
        JsonNode list = member(node, name);
        if (!list.isArray()) {
            throw new MalformedDescriptorException("`" + name + "` is not a list");
        }
        return list;
    }

    private static String text(JsonNode node, String name) throws MalformedDescriptorException {
        JsonNode text = member(node, name);
        if (!text.isTextual()) {
            throw new MalformedDescriptorException("`" + name + "` is not a text");
        }
        return text.textValue();
    }

    private static Optional<String> optional(JsonNode node, String name) throws MalformedDescriptorException {
        return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
    }

    private static long number(JsonNode node, String name) throws MalformedDescriptorException {
        JsonNode number = member(node, name);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new MalformedDescriptorException("`" + name + "` is not a whole number");
        }
        return number.longValue();
    }

    private static Instant instant(JsonNode node, String name) throws MalformedDescriptorException {
        return Instant.parse(text(node, name));
    }
}
