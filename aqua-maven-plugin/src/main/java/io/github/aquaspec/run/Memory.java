package io.github.aquaspec.run;

import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.TargetIdentity;
import java.nio.file.Path;

/**
 * Where a run keeps what it remembers between runs.
 *
 * @param root the folder of all states
 * @param target whose records they are about
 */
public record Memory(Path root, TargetIdentity target) {

    /** What is remembered of a manifest. */
    public StateDirectory of(ManifestId id) {
        return StateDirectory.of(root, target, id.text());
    }
}
