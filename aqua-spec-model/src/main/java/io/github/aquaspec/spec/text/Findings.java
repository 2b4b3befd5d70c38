package io.github.aquaspec.spec.text;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.Optional;
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
    private boolean unreadable;

    Findings(Consumer<Diagnostic> found) {
        this.found = found;
    }

    /** Tells a finding that leaves no tree to trust. */
    void add(Diagnostic diagnostic) {
        unreadable = true;
        addBeside(diagnostic);
    }

    /** Tells a finding beside a tree; stops the reading when there are so many that nobody would read more. */
    void addBeside(Diagnostic diagnostic) {
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

    /** The tree, unless a finding forbids it. */
    Optional<Node> trusted(Optional<Node> tree) {
        return unreadable ? Optional.empty() : tree;
    }
}
