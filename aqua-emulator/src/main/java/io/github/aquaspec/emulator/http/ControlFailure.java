package io.github.aquaspec.emulator.http;

import java.util.List;

/** A wish below {@code /emulator} that cannot be granted; its message says what would be right. */
final class ControlFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<String> allowed;

    ControlFailure(int status, String message) {
        this(status, message, List.of());
    }

    private ControlFailure(int status, String message, List<String> allowed) {
        super(message);
        this.status = status;
        this.allowed = List.copyOf(allowed);
    }

    static ControlFailure otherMethods(String path, String method, List<String> allowed) {
        return new ControlFailure(405, path + " takes " + String.join(", ", allowed) + ", not " + method, allowed);
    }

    /** The methods that would be right, where the method is wrong. */
    List<String> allowed() {
        return allowed;
    }

    /** The HTTP status of the answer. */
    int status() {
        return status;
    }
}
