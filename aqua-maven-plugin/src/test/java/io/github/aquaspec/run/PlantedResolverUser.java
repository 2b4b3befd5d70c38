package io.github.aquaspec.run;

import org.eclipse.aether.RepositorySystem;

/** A step that resolves artifacts: breaks the rule that only goals do, to show that it can be broken. */
public interface PlantedResolverUser {
    RepositorySystem planted();
}
