package io.github.aquaspec.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came in. */
final class Request {

    private final String method;
    private final String path;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * A request.
     *
     * @param method in upper case
     * @param path as sent, without the query
     * @param headers by name
     * @param body all of it
     */
    Request(String method, String path, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.path = path;
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        this.headers = Collections.unmodifiableMap(anyCase);
        this.body = body.clone();
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** All headers; names are found in any case. */
    Map<String, List<String>> headers() {
        return headers;
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    byte[] body() {
        return body.clone();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
