package io.github.aquaspec.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method such as {@code GET}
 * @param uri absolute
 * @param headers by name
 * @param body what is sent, if anything
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, Optional<Body> body) {

    /**
     * The content of a request.
     *
     * @param mediaType such as {@code application/json}
     * @param text sent in UTF-8
     */
    public record Body(String mediaType, String text) {}

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    public static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, Map.of(), Optional.empty());
    }

    public static HttpCall post(URI uri, String mediaType, String text) {
        return new HttpCall("POST", uri, Map.of(), Optional.of(new Body(mediaType, text)));
    }

    public static HttpCall delete(URI uri) {
        return new HttpCall("DELETE", uri, Map.of(), Optional.empty());
    }

    public HttpCall with(String header, String value) {
        return with(Map.of(header, value));
    }

    public HttpCall with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new HttpCall(method, uri, all, body);
    }
}
