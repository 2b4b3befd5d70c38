package io.github.aquaspec.run.release;

import io.github.aquaspec.http.Secret;

/** A release that speaks HTTP: breaks the list of packages, to show that it can be broken. */
public interface PlantedUploader {
    Secret planted();
}
