package io.github.aquaspec.snapshot;

import io.github.aquaspec.verify.PlantedPublisher;

/** A snapshot that verifies: breaks the list of packages, to show that it can be broken. */
public interface PlantedVerifier {
    PlantedPublisher planted();
}
