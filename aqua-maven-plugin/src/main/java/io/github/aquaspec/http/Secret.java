package io.github.aquaspec.http;

import java.util.Objects;

/** A value that must never be shown. It has no text of its own; who needs it must ask for it by name. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value));
    }

    /** The value, for the wire only. */
    public String reveal() {
        return value;
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return "••••";
    }
}
