package io.github.aquaspec.goal;

import io.github.aquaspec.emulator.AquaEmulator;

/** A second class that is linked with the emulator: breaks the rule of the one, to show that it can be broken. */
public interface PlantedEmulatorUser {
    AquaEmulator planted();
}
