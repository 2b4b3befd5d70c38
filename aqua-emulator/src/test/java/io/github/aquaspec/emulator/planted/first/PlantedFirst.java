package io.github.aquaspec.emulator.planted.first;

import io.github.aquaspec.emulator.planted.second.PlantedSecond;

/** Breaks the rule against cycles, to show that it can be broken. */
public interface PlantedFirst {
    PlantedSecond other();
}
