package io.github.aquaspec.verify;

import io.github.aquaspec.snapshot.PlantedVerifier;

/** A check that knows where a file goes: breaks the list of packages, to show that it can be broken. */
public interface PlantedPublisher {
    PlantedVerifier planted();
}
