package io.github.aquaspec.client;

import java.time.Duration;

/** Lets time pass. A port, so that tests need not wait. */
@FunctionalInterface
public interface Pause {

    /** The real one. */
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
