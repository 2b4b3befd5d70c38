package io.github.aquaspec.run.state;

/** A state file does not hold what we wrote; the message says in what it differs. Never leaves the package. */
final class MalformedStateException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedStateException(String message) {
        super(message);
    }
}
