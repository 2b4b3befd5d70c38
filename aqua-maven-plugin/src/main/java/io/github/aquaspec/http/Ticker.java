package io.github.aquaspec.http;

/** Time that only goes forward. A port, so that tests need not wait. */
@FunctionalInterface
public interface Ticker {

    /** The real one. */
    Ticker SYSTEM = System::nanoTime;

    /** Nanoseconds since some instant. */
    long nanos();
}
