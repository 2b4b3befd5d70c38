package io.github.aquaspec.verify;

import java.io.IOException;

/** The place for the content could not be written: the machine is at fault, not the connection that served it. */
public final class ContentWriteException extends IOException {

    private static final long serialVersionUID = 1L;

    ContentWriteException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
