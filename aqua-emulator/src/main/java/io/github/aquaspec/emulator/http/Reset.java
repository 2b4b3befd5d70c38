package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code /emulator/reset}: everything as it was at the start, but for what is to be kept. */
final class Reset {

    private static final String EXAMPLE = "{\"keep\": [\"clock\"]}";

    private final Map<String, Runnable> parts = new LinkedHashMap<>();

    /** This reset, with another part of the emulator; parts are reset in the order they are added. */
    Reset with(String name, Runnable part) {
        parts.put(name, part);
        return this;
    }

    Response answer(Request request) {
        Set<String> kept = request.text().isBlank() ? Set.of() : kept(request);
        Set<String> unknown = new LinkedHashSet<>(kept);
        unknown.removeAll(parts.keySet());
        if (!unknown.isEmpty()) {
            throw new ControlFailure(
                    400,
                    "what can be kept is " + String.join(", ", parts.keySet()) + ", not " + String.join(", ", unknown));
        }
        parts.forEach((name, part) -> {
            if (!kept.contains(name)) {
                part.run();
            }
        });
        return Response.json(200, ControlJson.object().put("status", "reset"));
    }

    private static Set<String> kept(Request request) {
        JsonNode json = ControlJson.objectOf(request, EXAMPLE);
        JsonNode keep = json.path("keep");
        if (json.size() != 1 || !keep.isArray()) {
            throw new ControlFailure(400, "a reset is written without a body, or like " + EXAMPLE);
        }
        Set<String> kept = new LinkedHashSet<>();
        keep.forEach(name -> kept.add(name.asText()));
        return kept;
    }
}
