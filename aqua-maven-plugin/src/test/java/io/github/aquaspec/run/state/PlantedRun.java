package io.github.aquaspec.run.state;

import io.github.aquaspec.run.event.JobOutcome;

/** A state that knows how runs end: breaks the list of packages, to show that it can be broken. */
public interface PlantedRun {
    JobOutcome planted();
}
