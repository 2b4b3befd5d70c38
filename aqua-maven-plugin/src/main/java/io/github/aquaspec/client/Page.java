package io.github.aquaspec.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.TransferBrokenException;
import io.github.aquaspec.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The body of an answer that is no file, read whole, within bounds.
 *
 * @param text as it came
 * @param json what it says; missing when it is no JSON, or none that can be trusted
 * @param flaw why it cannot be trusted, when that is not to be seen in the text
 */
record Page(String text, JsonNode json, Optional<String> flaw) {

    /** A control answer is small; anything larger is not one. */
    private static final int LARGEST = 8 << 20;

    /** A job nests four deep. */
    private static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 1024;

    /** A run relies on these: of two in one object, none is the right one. */
    private static final Set<String> ONCE = Set.of(
            "id", "status", "batches", "batchId", "fileId", "segments", "recordCount", "name", "query", "access_token");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    /** The body of a good answer. */
    static Page of(HttpAnswer answer) throws IOException {
        return of(answer.bytes(LARGEST + 1));
    }

    /** The body of a refusal. Where it breaks off, the status has said enough. */
    static Page ofRefusal(HttpAnswer answer) throws IOException {
        try {
            return of(answer);
        } catch (TransferBrokenException e) {
            return flawed("", "the words of the answer broke off");
        }
    }

    private static Page of(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            return flawed(text, "the answer is over " + (LARGEST >> 20) + " MiB; no answer of AQuA is");
        }
        try (JsonParser parser = JSON.createParser(text)) {
            Optional<String> twice = twice(text);
            return twice.isPresent()
                    ? flawed(text, "the answer says \"" + twice.get() + "\" twice in one object")
                    : new Page(text, JsonTree.read(parser), Optional.empty());
        } catch (JsonProcessingException e) {
            return new Page(text, MissingNode.getInstance(), Optional.empty());
        }
    }

    private static Page flawed(String text, String flaw) {
        return new Page(text, MissingNode.getInstance(), Optional.of(flaw));
    }

    private static Optional<String> twice(String text) throws IOException {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop();
                } else if (token == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    if (ONCE.contains(name) && !open.element().add(name)) {
                        return Optional.of(name);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
