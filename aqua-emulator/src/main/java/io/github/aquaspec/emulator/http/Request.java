package io.github.aquaspec.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param method in upper case
 * @param path as sent, without the query
 * @param headers by name; names in any case
 * @param body all of it
 */
record Request(String method, String path, Map<String, List<String>> headers, byte[] body) {

    Request {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
