package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import java.nio.file.Path;

/**
 * One manifest as it was found and read.
 *
 * @param id its name
 * @param file where it stands
 * @param loaded what it says, or what is wrong with it
 */
public record Manifest(ManifestId id, Path file, Loaded<JobSpec> loaded) {}
