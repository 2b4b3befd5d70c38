package io.github.aquaspec.emulator.session;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records a query of a stateful job is about, by the {@code UpdatedDate} of its base object.
 *
 * @param from the first moment that counts; all records where absent
 * @param to the first moment that counts no more; none where absent
 * @param end where the next window of the query begins
 */
public record Window(Optional<Instant> from, Optional<Instant> to, Instant end) {

    /** Whether it is a full load. */
    public boolean isFull() {
        return from.isEmpty();
    }
}
