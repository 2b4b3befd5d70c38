package io.github.aquaspec.run.manifest;

import io.github.aquaspec.run.plan.JobPlan;

/** A manifest that knows its plan: breaks the list of packages, to show that it can be broken. */
public interface PlantedForeteller {
    JobPlan planted();
}
