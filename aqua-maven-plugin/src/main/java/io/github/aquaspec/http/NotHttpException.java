package io.github.aquaspec.http;

import java.io.IOException;

/** What came back is no HTTP answer that can be trusted: garbled, contradicting itself, or beyond all bounds. */
public final class NotHttpException extends IOException {

    public NotHttpException(IOException cause) {
        super(words(cause), cause);
    }

    private static String words(IOException cause) {
        Throwable at = cause;
        while (at.getMessage() == null && at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
    }
}
