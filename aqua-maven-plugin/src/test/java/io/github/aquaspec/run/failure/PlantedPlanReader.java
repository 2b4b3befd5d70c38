package io.github.aquaspec.run.failure;

import io.github.aquaspec.run.plan.JobPlan;

/** A failure that knows plans: breaks the list of packages, to show that it can be broken. */
public interface PlantedPlanReader {
    JobPlan planted();
}
