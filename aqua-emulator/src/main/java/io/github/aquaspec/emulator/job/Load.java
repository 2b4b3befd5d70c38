package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.Bounds;
import io.github.aquaspec.emulator.query.DeletedRecords;
import io.github.aquaspec.emulator.session.Window;
import java.time.Instant;

/**
 * Which records a query of a job is about.
 *
 * @param window by {@code UpdatedDate}
 * @param deleted what becomes of deleted ones
 */
record Load(Window window, DeletedRecords deleted) {

    /** What it asks of the query, in a job that started at a moment. */
    Bounds bounds(Instant start) {
        return new Bounds(start, window.from(), window.to(), deleted);
    }

    boolean isFull() {
        return window.isFull();
    }
}
