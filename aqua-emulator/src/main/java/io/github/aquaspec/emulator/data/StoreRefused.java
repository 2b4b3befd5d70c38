package io.github.aquaspec.emulator.data;

/** A directory can't be used as it was asked for; the message says why, and what to do. */
public final class StoreRefused extends IllegalArgumentException {

    StoreRefused(String message) {
        super(message);
    }

    StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
