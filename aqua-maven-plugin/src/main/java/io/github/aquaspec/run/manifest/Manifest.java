package io.github.aquaspec.run.manifest;

import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;

/**
 * One manifest as it was found and read.
 *
 * @param id its name
 * @param loaded what it says, or what is wrong with it
 */
public record Manifest(ManifestId id, Loaded<JobSpec> loaded) {}
