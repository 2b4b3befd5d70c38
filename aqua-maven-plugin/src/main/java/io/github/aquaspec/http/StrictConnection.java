package io.github.aquaspec.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection on which nothing ends early. HttpClient takes the end of the connection for the end of the headers, and a
 * chunk whose length was cut off after a leading zero for the last one; a body cut there would pass for a whole one.
 * Nor does it mind what comes behind an answer, and would take that for the next one.
 */
final class StrictConnection extends DefaultManagedHttpClientConnection {

    private static final AtomicLong COUNT = new AtomicLong();

    private static final Timeout AT_ONCE = Timeout.ofMilliseconds(1);

    private boolean used;

    StrictConnection(Http1Config limits) {
        super("aqua-" + COUNT.getAndIncrement(), null, null, limits, null, null, null, null, new WholeHeaders(limits));
    }

    /** What came behind an answer is not the answer to what is asked next: whoever said too much is not asked again here. */
    @Override
    public boolean isStale() throws IOException {
        return super.isStale() || isDataAvailable(AT_ONCE);
    }

    /** The same for what has come since the connection was looked at. */
    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        if (used && isDataAvailable(AT_ONCE)) {
            close(CloseMode.IMMEDIATE);
            throw new ConnectionClosedException("the host answers what it was not asked");
        }
        used = true;
        super.sendRequestHeader(request);
    }

    /** HttpClient would log every header, credentials included, wherever its loggers were made before ours were quiet. */
    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}

    /** The same for every byte. */
    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream wire) {
        return super.createContentInputStream(
                length, buffer, length == ContentLengthStrategy.CHUNKED ? new UnendingInput(wire) : wire);
    }
}
