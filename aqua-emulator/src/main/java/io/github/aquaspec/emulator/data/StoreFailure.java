package io.github.aquaspec.emulator.data;

/** The database failed in a way that no query of a user explains. */
public final class StoreFailure extends RuntimeException {

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
