package io.github.aquaspec.emulator.data;

import io.github.aquaspec.emulator.job.Jobs;

/** Records that know of jobs: breaks the list of packages, to show that it can be broken. */
public interface PlantedReachUp {
    Jobs jobs();
}
