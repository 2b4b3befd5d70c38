package io.github.aquaspec.http;

import io.github.aquaspec.client.AquaClient;

/** A transport that knows AQuA: breaks the list of packages, to show that it can be broken. */
public interface PlantedOperation {
    AquaClient planted();
}
