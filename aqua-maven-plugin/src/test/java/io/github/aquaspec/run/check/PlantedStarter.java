package io.github.aquaspec.run.check;

import io.github.aquaspec.run.SnapshotRun;

/** A check that runs what it checks: breaks the list of packages, to show that it can be broken. */
public interface PlantedStarter {
    SnapshotRun planted();
}
