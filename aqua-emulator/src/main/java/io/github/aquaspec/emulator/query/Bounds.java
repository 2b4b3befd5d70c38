package io.github.aquaspec.emulator.query;

import java.time.Instant;
import java.util.Optional;

/**
 * What a job adds to each of its queries.
 *
 * @param now what relative times count from
 * @param updatedSince only records of the base object updated at or after it; all where absent
 */
public record Bounds(Instant now, Optional<Instant> updatedSince) {}
