package io.github.aquaspec.emulator.query;

import io.github.aquaspec.spec.model.JobSpec;

/** A server that knows the client's model: breaks the rule, to show that it can be broken. */
public interface PlantedManifestReader {
    JobSpec spec();
}
