package io.github.aquaspec.emulator.planted.second;

import io.github.aquaspec.emulator.planted.first.PlantedFirst;

/** The other half of the cycle. */
public interface PlantedSecond {
    PlantedFirst other();
}
