package io.github.aquaspec.json;

import io.github.aquaspec.snapshot.PlantedVerifier;

/** JSON that knows where it stands: breaks the list of packages, to show that it can be broken. */
public interface PlantedFolder {
    PlantedVerifier planted();
}
