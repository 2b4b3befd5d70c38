package io.github.aquaspec.emulator.query;

import java.time.Instant;
import java.util.Optional;

/**
 * What a job adds to each of its queries: the window, in terms of {@code UpdatedDate} of the base object.
 *
 * @param now what relative times count from
 * @param from only records updated at or after it; all where absent
 * @param to only records updated before it; all where absent
 * @param deleted what becomes of deleted records
 */
public record Bounds(Instant now, Optional<Instant> from, Optional<Instant> to, DeletedRecords deleted) {}
