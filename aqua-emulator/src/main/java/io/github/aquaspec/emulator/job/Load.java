package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.Bounds;
import io.github.aquaspec.emulator.query.DeletedRecords;
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

    /** What this load asks of each query, at a moment. */
    Bounds bounds(Instant now) {
        return new Bounds(now, since, Optional.empty(), DeletedRecords.LEFT_OUT);
    }

    public boolean isFull() {
        return since.isEmpty();
    }
}
