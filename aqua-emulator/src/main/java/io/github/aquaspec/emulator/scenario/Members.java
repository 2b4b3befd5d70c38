package io.github.aquaspec.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The members of a JSON object, each read once and as what it must be; what nobody reads is a mistake. */
final class Members {

    private final JsonNode json;
    private final Set<String> read = new TreeSet<>();

    Members(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    "a scenario is an object such as {\"scenario\": \"dropBatch\", \"index\": 0}");
        }
        this.json = json;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return member(name).map(value -> {
            if (!value.isTextual()) {
                throw new IllegalArgumentException(name + " is text, not " + value);
            }
            return value.asText();
        });
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Long> optionalNumber(String name) {
        return member(name).map(value -> {
            if (!value.canConvertToLong() || !value.isIntegralNumber()) {
                throw new IllegalArgumentException(name + " is a whole number, not " + value);
            }
            return value.longValue();
        });
    }

    int integer(String name, Optional<Integer> otherwise) {
        long number =
                optionalNumber(name).or(() -> otherwise.map(Integer::longValue)).orElseThrow(() -> missing(name));
        if (number != (int) number) {
            throw new IllegalArgumentException(name + " is too large: " + number);
        }
        return (int) number;
    }

    boolean flag(String name) {
        return member(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw new IllegalArgumentException(name + " is true or false, not " + value);
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    /** Any JSON; null is JSON too. */
    Optional<String> json(String name) {
        read.add(name);
        return json.has(name) ? Optional.of(json.path(name).toString()) : Optional.empty();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        member(name).ifPresent(object -> {
            if (!object.isObject()) {
                throw new IllegalArgumentException(
                        name + " is an object, such as {\"Retry-After\": \"1\"}, not " + object);
            }
            object.properties().forEach(e -> texts.put(e.getKey(), text(name + '.' + e.getKey(), e.getValue())));
        });
        return texts;
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            throw new IllegalArgumentException(name + " is text or a number, not " + value);
        }
        return value.asText();
    }

    /** To be called when all is read. */
    void nothingElse() {
        json.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw new IllegalArgumentException(
                        "the scenario has no member \"" + name + "\"; it has " + String.join(", ", read));
            }
        });
    }

    private Optional<JsonNode> member(String name) {
        read.add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("the scenario needs a member " + name);
    }
}
