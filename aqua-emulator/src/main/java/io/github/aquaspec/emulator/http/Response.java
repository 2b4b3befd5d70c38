package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param headers by name, without the length
 */
record Response(int status, Map<String, String> headers, Body body) {

    Response {
        headers = Map.copyOf(headers);
    }

    static Response json(int status, JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return new Response(status, Map.of("Content-Type", "application/json;charset=UTF-8"), Body.of(bytes));
    }

    Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    Response withBody(Body other) {
        return new Response(status, headers, other);
    }
}
