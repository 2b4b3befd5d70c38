package io.github.aquaspec.run;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.NothingNewException;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.spec.model.JobSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans the manifests of a build, all of them as of one instant.
 *
 * @param outputDirectory the folder of all snapshots
 * @param memory where it is remembered what was published; absent where nobody knows where the run would go
 * @param windows what the build says about windows
 * @param now the run's instant, by our clock
 */
public record Planning(Path outputDirectory, Optional<Memory> memory, WindowChoice windows, Instant now) {

    /**
     * What is remembered between runs.
     *
     * @param directory the folder of all states
     * @param identity whose records a run gets
     * @param disk where it is kept
     */
    public record Memory(Path directory, TargetIdentity identity, Disk disk) {

        public Memory(Path directory, TargetIdentity identity) {
            this(directory, identity, Disk.local());
        }

        public StateDirectory of(ManifestId id) {
            return StateDirectory.of(disk, directory, identity, id.text());
        }
    }

    /**
     * Plans a manifest.
     *
     * @param manifest one without errors
     */
    public Planned plan(Manifest manifest) {
        Optional<StateDirectory> state = memory.map(m -> m.of(manifest.id()));
        JobSpec spec = manifest.loaded().value().orElseThrow();
        try {
            Optional<WindowPlan> window = spec.window().isPresent() && state.isPresent()
                    ? Optional.of(WindowPlan.of(spec, state.get(), windows, now))
                    : Optional.empty();
            return new Planned.Ready(JobPlan.of(manifest, outputDirectory, state, window));
        } catch (NothingNewException e) {
            return new Planned.Ended(new JobOutcome.Skipped(manifest.id(), e.getMessage(), List.of(e.diagnostic())));
        } catch (JobFailedException e) {
            return new Planned.Ended(
                    new JobOutcome.Failed(manifest.id(), Optional.empty(), e.diagnostics(), e.retry()));
        } catch (StateException e) {
            return new Planned.Ended(
                    new JobOutcome.Failed(manifest.id(), Optional.empty(), List.of(e.diagnostic()), Retry.NEVER));
        }
    }
}
