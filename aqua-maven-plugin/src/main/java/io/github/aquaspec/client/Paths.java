package io.github.aquaspec.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses below a base URL. */
final class Paths {

    private Paths() {}

    /** A path below the base, whether or not the base ends in a slash. */
    static URI under(URI base, String path) {
        String start = base.toString();
        return URI.create((start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path);
    }

    /** An id that a server gave us: data, never a path. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
    }
}
