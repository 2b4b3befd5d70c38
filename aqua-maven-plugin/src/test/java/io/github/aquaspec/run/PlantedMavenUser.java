package io.github.aquaspec.run;

import org.apache.maven.execution.MavenSession;

/** A step that knows Maven: breaks the rule that only goals do, to show that it can be broken. */
public interface PlantedMavenUser {
    MavenSession planted();
}
