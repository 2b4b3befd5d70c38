package io.github.aquaspec.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came in. */
final class Request {

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * A request.
     *
     * @param method in upper case
     * @param path as sent, without the query
     * @param query what stands behind the question mark, as sent; empty where there is none
     * @param headers by name
     * @param body all of it, out of any transport encoding
     */
    Request(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
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

    /** Path and query, as sent. */
    String target() {
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** The parameters behind the question mark, decoded. */
    Map<String, String> parameters() {
        return pairs(query);
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

    /** Names and values of a query or a form, decoded. */
    static Map<String, String> pairs(String form) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    /** Text out of its percent signs and pluses; as it stands where it cannot be decoded. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
