package io.github.aquaspec.emulator.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions as text, to outlive the emulator. */
final class SessionText {

    static final String KIND = "session";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionText() {}

    static String key(Pair pair) {
        return JSON.createArrayNode().add(pair.partner()).add(pair.project()).toString();
    }

    static String write(Pair pair, Session session) {
        ObjectNode json = JSON.createObjectNode();
        json.put("partner", pair.partner());
        json.put("project", pair.project());
        json.put("lastRequest", session.lastRequest().toString());
        ArrayNode ends = json.putArray("ends");
        session.ends().forEach((query, end) -> {
            ObjectNode one = ends.addObject();
            one.put("text", query.text());
            one.put("type", query.type());
            query.name().ifPresent(n -> one.put("name", n));
            query.deleted().ifPresent(d -> one.put("deleted", d));
            one.put("end", end.toString());
        });
        return json.toString();
    }

    static void read(String text, Map<Pair, Session> into) {
        try {
            JsonNode json = JSON.readTree(text);
            Map<QueryKey, Instant> ends = new HashMap<>();
            for (JsonNode one : json.path("ends")) {
                ends.put(
                        new QueryKey(
                                one.path("text").asText(),
                                one.path("type").asText(),
                                optional(one, "name"),
                                optional(one, "deleted")),
                        Instant.parse(one.path("end").asText()));
            }
            into.put(
                    new Pair(json.path("partner").asText(), json.path("project").asText()),
                    new Session(Instant.parse(json.path("lastRequest").asText()), ends));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note of a session cannot be read", e);
        }
    }

    private static Optional<String> optional(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue());
    }
}
