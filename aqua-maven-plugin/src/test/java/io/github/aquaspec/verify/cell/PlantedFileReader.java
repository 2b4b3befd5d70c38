package io.github.aquaspec.verify.cell;

import io.github.aquaspec.verify.Limits;

/** Those who look at cells know nothing of files: breaks the list of packages, to show that it can be broken. */
public interface PlantedFileReader {
    Limits planted();
}
