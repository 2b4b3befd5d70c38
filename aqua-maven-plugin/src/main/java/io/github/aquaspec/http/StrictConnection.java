package io.github.aquaspec.http;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * A connection on which nothing ends early. HttpClient takes the end of the connection for the end of the headers, and a
 * chunk whose length was cut off after a leading zero for the last one; a body cut there would pass for a whole one.
 */
final class StrictConnection extends DefaultManagedHttpClientConnection {

    private static final AtomicLong COUNT = new AtomicLong();

    StrictConnection(Http1Config limits) {
        super("aqua-" + COUNT.getAndIncrement(), null, null, limits, null, null, null, null, new WholeHeaders(limits));
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream wire) {
        return super.createContentInputStream(
                length, buffer, length == ContentLengthStrategy.CHUNKED ? new UnendingInput(wire) : wire);
    }
}
