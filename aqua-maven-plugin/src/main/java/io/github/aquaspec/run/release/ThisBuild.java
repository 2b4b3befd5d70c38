package io.github.aquaspec.run.release;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What goals of this build have done before, each at the place of a snapshot.
 *
 * @param published the snapshots that they published
 * @param missed the places where they were to publish and did not, and why
 */
public record ThisBuild(Set<Path> published, Map<Path, String> missed) {}
