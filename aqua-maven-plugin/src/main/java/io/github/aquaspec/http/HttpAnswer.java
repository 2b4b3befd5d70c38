package io.github.aquaspec.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    private final boolean endIsTold;
    private final Runnable readWhole;
    private final Release release;
    private long bytesRead;

    /**
     * An answer.
     *
     * @param endIsTold whether the host says where the body ends
     * @param readWhole is told before the body is read in one go
     */
    HttpAnswer(
            int status,
            Map<String, String> headers,
            InputStream body,
            boolean endIsTold,
            Runnable readWhole,
            Release release) {
        this.status = status;
        this.headers.putAll(headers);
        this.body = new CountedInput(body, count -> bytesRead += count);
        this.endIsTold = endIsTold;
        this.readWhole = readWhole;
        this.release = release;
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * How long the server asks to be left alone, in so many words or by a limit that is used up; empty when it does not, or
     * not in a way that can be read.
     */
    public Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After")
                .flatMap(asked -> RetryAfter.read(
                        asked, header("Date").flatMap(HttpDate::read).orElse(now)))
                .or(this::limitReset);
    }

    private Optional<Duration> limitReset() {
        return header("RateLimit-Remaining")
                .filter(left -> left.strip().equals("0"))
                .flatMap(none -> header("RateLimit-Reset"))
                .flatMap(RetryAfter::seconds);
    }

    /** The body as it is served; a body shorter than announced ends in an {@link IOException}. */
    public InputStream body() {
        return body;
    }

    /** How much of the body was read so far. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Whether the body ends where the host says, by its length or a last chunk, and not just with the connection. */
    public boolean endIsTold() {
        return endIsTold;
    }

    /** The first bytes of the body, at most {@code limit} of them, within the time that a whole answer has. */
    public byte[] bytes(int limit) throws IOException {
        readWhole.run();
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
