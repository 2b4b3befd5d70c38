package io.github.aquaspec.emulator.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records a job is about.
 *
 * @param since records of the base object updated at or after it; all where absent
 */
public record Load(Optional<Instant> since) {

    static Load full() {
        return new Load(Optional.empty());
    }

    static Load since(Instant lower) {
        return new Load(Optional.of(lower));
    }

    public boolean isFull() {
        return since.isEmpty();
    }
}
