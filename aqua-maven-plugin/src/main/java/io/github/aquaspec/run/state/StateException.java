package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.diagnostic.Diagnostic;

/** What is remembered cannot be used, or cannot be written; nothing was changed. */
public final class StateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    StateException(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    StateException(Diagnostic diagnostic, Exception cause) {
        super(diagnostic.message(), cause);
        this.diagnostic = diagnostic;
    }

    /** What is wrong, and what to do. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
