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

    static final String REQUEST_ID = "Zuora-Request-Id";

    Response {
        headers = Map.copyOf(headers);
    }

    static Response json(int status, JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return new Response(status, Map.of("Content-Type", "application/json;charset=UTF-8"), Body.of(bytes));
    }

    static Response xml(int status, String xml) {
        return new Response(
                status,
                Map.of("Content-Type", "application/xml;charset=UTF-8"),
                Body.of(xml.getBytes(StandardCharsets.UTF_8)));
    }

    Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    Response without(String header) {
        Map<String, String> less = new LinkedHashMap<>(headers);
        less.keySet().removeIf(header::equalsIgnoreCase);
        return new Response(status, less, body);
    }

    Response withBody(Body other) {
        return new Response(status, headers, other);
    }
}
