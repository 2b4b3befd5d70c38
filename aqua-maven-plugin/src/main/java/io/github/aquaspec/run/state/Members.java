package io.github.aquaspec.run.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The members of a JSON object, each asked for by name and kind; it knows which nobody asked for. */
final class Members {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode object;
    private final Set<String> unread = new TreeSet<>();

    private Members(JsonNode object) {
        this.object = object;
        object.fieldNames().forEachRemaining(unread::add);
    }

    static Members parse(byte[] json) throws MalformedStateException {
        try (JsonParser parser = JSON.createParser(json)) {
            JsonNode root = JsonTree.read(parser);
            if (!root.isObject()) {
                throw new MalformedStateException(json.length == 0 ? "it is empty" : "it is no JSON object");
            }
            return new Members(root);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " near line " + e.getLocation().getLineNr();
            throw new MalformedStateException("it is not JSON" + where);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) throws MalformedStateException {
        JsonNode value = member(name);
        if (!value.isTextual()) {
            throw new MalformedStateException("`" + name + "` is no text");
        }
        return value.asText();
    }

    Optional<String> optional(String name) throws MalformedStateException {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int number(String name) throws MalformedStateException {
        JsonNode value = member(name);
        if (!value.isInt()) {
            throw new MalformedStateException("`" + name + "` is no whole number");
        }
        return value.asInt();
    }

    long size(String name) throws MalformedStateException {
        JsonNode value = member(name);
        if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
            throw new MalformedStateException("`" + name + "` is no size");
        }
        return value.asLong();
    }

    boolean flag(String name) throws MalformedStateException {
        JsonNode value = member(name);
        if (!value.isBoolean()) {
            throw new MalformedStateException("`" + name + "` is neither true nor false");
        }
        return value.asBoolean();
    }

    Instant instant(String name) throws MalformedStateException {
        String text = text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedStateException(
                    "`" + name + "` is \"" + text + "\", no instant such as 2026-01-31T00:00:00Z");
        }
    }

    Optional<Instant> optionalInstant(String name) throws MalformedStateException {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    Members object(String name) throws MalformedStateException {
        return object(name, member(name));
    }

    List<Members> objects(String name) throws MalformedStateException {
        JsonNode array = member(name);
        if (!array.isArray()) {
            throw new MalformedStateException("`" + name + "` is no list");
        }
        List<Members> objects = new ArrayList<>();
        for (JsonNode item : array) {
            objects.add(object(name, item));
        }
        return objects;
    }

    List<String> texts(String name) throws MalformedStateException {
        JsonNode array = member(name);
        if (!array.isArray()) {
            throw new MalformedStateException("`" + name + "` is no list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            if (!item.isTextual()) {
                throw new MalformedStateException("`" + name + "` holds what is no text");
            }
            texts.add(item.asText());
        }
        return texts;
    }

    void requireNoMore() throws MalformedStateException {
        if (!unread.isEmpty()) {
            throw new MalformedStateException("it holds `" + unread.iterator().next() + "`, which is no member of it");
        }
    }

    private static Members object(String name, JsonNode value) throws MalformedStateException {
        if (!value.isObject()) {
            throw new MalformedStateException("`" + name + "` is no object");
        }
        return new Members(value);
    }

    private JsonNode member(String name) throws MalformedStateException {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new MalformedStateException("`" + name + "` is missing");
        }
        unread.remove(name);
        return value;
    }
}
