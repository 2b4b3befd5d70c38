package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** Hands findings on and knows whether one of them forbids a tree. */
final class Findings {

    /** Thrown where reading on makes no sense; what is wrong has been said by then. */
    static final class ReadingStopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReadingStopped() {
            super("reading stopped", null, false, false);
        }
    }

    private final Consumer<Diagnostic> found;
    private int count;
    private boolean errors;

    Findings(Consumer<Diagnostic> found) {
        this.found = found;
    }

    /** Tells a finding; stops the reading when there are so many that nobody would read more. */
    void add(Diagnostic diagnostic) {
        errors |= diagnostic.isError();
        found.accept(diagnostic);
        if (++count >= Limits.FINDINGS) {
            throw new ReadingStopped();
        }
    }

    /** Tells a finding that makes the rest unreadable. */
    ReadingStopped stop(Diagnostic diagnostic) {
        add(diagnostic);
        return new ReadingStopped();
    }

    boolean hasErrors() {
        return errors;
    }
}
