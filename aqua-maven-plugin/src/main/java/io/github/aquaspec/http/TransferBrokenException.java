package io.github.aquaspec.http;

import java.io.IOException;

/** The wire failed, not the disk: the same request may go through on another try. */
public final class TransferBrokenException extends IOException {

    public TransferBrokenException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
