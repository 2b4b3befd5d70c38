package io.github.aquaspec.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** No connection came about: nothing was sent, no credential left this machine. */
public final class NoConnectionException extends IOException {

    public NoConnectionException(IOException cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    }

    /**
     * Whether the host did not prove its name, or speaks no TLS that we accept. Asking again changes nothing. A handshake
     * that is cut off proves nothing, either way.
     */
    public boolean isUntrusted() {
        boolean tls = false;
        for (Throwable at = getCause(); at != null; at = at.getCause()) {
            if (at instanceof SocketException || at instanceof EOFException || at instanceof SocketTimeoutException) {
                return false;
            }
            tls |= at instanceof SSLException;
        }
        return tls;
    }

    /** Whether nobody answered in time. */
    public boolean isTimeout() {
        return getCause() instanceof ConnectTimeoutException || getCause() instanceof SocketTimeoutException;
    }
}
