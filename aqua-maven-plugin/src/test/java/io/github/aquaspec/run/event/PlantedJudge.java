package io.github.aquaspec.run.event;

import io.github.aquaspec.run.check.Verdict;

/** An event that judges: breaks the list of packages, to show that it can be broken. */
public interface PlantedJudge {
    Verdict planted();
}
