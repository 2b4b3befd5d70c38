package io.github.aquaspec.client;

import io.github.aquaspec.run.plan.JobPlan;

/** An operation that knows plans: breaks the list of packages, to show that it can be broken. */
public interface PlantedPlanner {
    JobPlan planted();
}
