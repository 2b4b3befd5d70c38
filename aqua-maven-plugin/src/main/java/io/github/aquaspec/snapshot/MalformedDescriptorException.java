package io.github.aquaspec.snapshot;

/** A {@code datapackage.json} that this runner would not have written. */
public final class MalformedDescriptorException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedDescriptorException(String message) {
        super(message);
    }

    MalformedDescriptorException(String message, Throwable cause) {
        super(message, cause);
    }
}
