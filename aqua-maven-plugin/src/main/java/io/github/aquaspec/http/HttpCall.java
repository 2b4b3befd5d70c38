package io.github.aquaspec.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
    public record Body(String mediaType, String text) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

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

    /**
     * All headers as they go over the wire, those included that the transport adds.
     *
     * @param userAgent of the transport
     */
    public SortedMap<String, String> wireHeaders(String userAgent) {
        SortedMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Connection", "keep-alive");
        all.put("Host", uri.getRawAuthority());
        all.put("User-Agent", userAgent);
        body.ifPresent(content -> {
            all.put("Content-Type", content.mediaType());
            all.put("Content-Length", Integer.toString(content.bytes().length));
        });
        all.putAll(headers);
        return all;
    }
}
