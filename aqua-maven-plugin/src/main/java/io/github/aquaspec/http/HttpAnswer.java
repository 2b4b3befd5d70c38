package io.github.aquaspec.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** An answer whose body is still on the wire. Closing it gives the connection back. */
public final class HttpAnswer implements AutoCloseable {

    /** Closes what stands behind an answer. */
    @FunctionalInterface
    interface Release {
        void close() throws IOException;
    }

    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final InputStream body;
    private final Release release;

    HttpAnswer(int status, Map<String, String> headers, InputStream body, Release release) {
        this.status = status;
        this.headers.putAll(headers);
        this.body = body;
        this.release = release;
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The announced length of the body in bytes, when there is one. */
    public OptionalLong contentLength() {
        try {
            return header("Content-Length")
                    .map(Long::parseLong)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The body as it is served; a body shorter than announced ends in an {@link IOException}. */
    public InputStream body() {
        return body;
    }

    /** The first bytes of the body, at most {@code limit} of them. */
    public byte[] bytes(int limit) throws IOException {
        return body.readNBytes(limit);
    }

    /** What was read stays read: a connection that does not close well is dropped, and is no trouble of the answer. */
    @Override
    public void close() {
        try {
            release.close();
        } catch (IOException e) {
            // the pool has dropped it
        }
    }
}
