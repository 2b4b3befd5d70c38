package io.github.aquaspec.snapshot;

import java.io.IOException;

/** A snapshot cannot take its place as things lie on this disk; nothing was lost. */
public final class PublicationException extends IOException {

    private static final long serialVersionUID = 1L;

    PublicationException(String message) {
        super(message);
    }

    PublicationException(String message, IOException cause) {
        super(message, cause);
    }
}
