package io.github.aquaspec.run.plan;

import io.github.aquaspec.run.event.JobOutcome;

/** A plan that knows how it ends: breaks the list of packages, to show that it can be broken. */
public interface PlantedProphet {
    JobOutcome planted();
}
