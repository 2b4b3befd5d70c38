package io.github.aquaspec.http;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** The request went out, and its answer did not come, or not whole. The host may have acted on it. */
public final class TransferBrokenException extends IOException {

    private final boolean timeout;

    public TransferBrokenException(IOException cause) {
        this(cause.getMessage(), cause, cause instanceof SocketTimeoutException);
    }

    private TransferBrokenException(String message, IOException cause, boolean timeout) {
        super(message, cause);
        this.timeout = timeout;
    }

    /** We gave it up ourselves, for this reason. */
    static TransferBrokenException tooSlow(String reason, IOException cause) {
        return new TransferBrokenException(reason, cause, true);
    }

    /** Whether the host was there and too slow. */
    public boolean isTimeout() {
        return timeout;
    }
}
