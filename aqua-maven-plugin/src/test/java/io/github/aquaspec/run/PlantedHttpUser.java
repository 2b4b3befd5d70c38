package io.github.aquaspec.run;

import io.github.aquaspec.http.Secret;

/** A step that knows HTTP: breaks the list of packages, to show that it can be broken. */
public interface PlantedHttpUser {
    Secret planted();
}
