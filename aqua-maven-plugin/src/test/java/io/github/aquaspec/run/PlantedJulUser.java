package io.github.aquaspec.run;

import java.util.logging.Logger;

/** A step that logs: breaks the rule that the core is silent, to show that it can be broken. */
public interface PlantedJulUser {
    Logger planted();
}
