package io.github.aquaspec.run.release;

import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.HeldManifest;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.ChangedFileException;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.SnapshotArchive;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The current snapshots of several manifests, all of them or none, on their way into one file. No run can publish another
 * in the place of one of them until this is closed.
 */
public final class Release implements AutoCloseable {

    private final Path output;
    private final Disk disk = Disk.local();
    private final List<HeldManifest> held = new ArrayList<>();
    private final List<CurrentSnapshot> snapshots = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private Release(Path output) {
        this.output = output;
    }

    /**
     * Looks for the current snapshot of each manifest.
     *
     * @param set manifests without errors
     * @param planning where their snapshots are, and what is remembered of them
     * @param states the folders of all states that the build may have
     * @param holder who looks, for whoever comes second
     */
    public static Release of(
            ManifestSet set, Planning planning, Collection<Path> states, String holder, ThisBuild build) {
        Release release = new Release(planning.outputDirectory());
        boolean done = false;
        try {
            for (Manifest manifest : set.manifests()) {
                release.add(manifest, planning, states, holder, build);
            }
            done = true;
            return release;
        } finally {
            if (!done) {
                release.close();
            }
        }
    }

    private void add(Manifest manifest, Planning planning, Collection<Path> states, String holder, ThisBuild build) {
        try {
            held.add(HeldManifest.of(states, manifest.id().text(), holder));
        } catch (StateException e) {
            problems.add(e.diagnostic());
            return;
        }
        Optional<StateDirectory> state = planning.memory().map(m -> m.of(manifest.id()));
        JobPlan open = JobPlan.of(manifest, planning.outputDirectory(), state, Optional.empty());
        CurrentSnapshot snapshot = CurrentSnapshot.of(manifest, open, build, disk);
        problems.addAll(snapshot.problems());
        snapshots.add(snapshot);
    }

    /** The snapshots that were looked at, by the ids of their manifests. */
    public List<CurrentSnapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Why there can be no release; empty where there can. */
    public List<Diagnostic> problems() {
        return List.copyOf(problems);
    }

    /**
     * Writes the snapshots as one zip, each below the folders that it has in the output directory.
     *
     * @param time of all files in it
     * @return why nothing was written; empty where it was
     */
    public Optional<Diagnostic> write(Path zip, Instant time) {
        Map<String, Path> folders = new TreeMap<>();
        for (CurrentSnapshot snapshot : snapshots) {
            folders.put(output.relativize(snapshot.directory()).toString().replace('\\', '/'), snapshot.directory());
        }
        try {
            new SnapshotArchive(disk, time).write(zip, folders);
            return Optional.empty();
        } catch (ChangedFileException e) {
            return Optional.of(
                    Diagnostic.of(TransferCode.NOT_WHOLE, e.file() + " has changed while it was copied into " + zip)
                            .fix("let nothing write below " + output + " while the build runs, and build again"));
        } catch (IOException e) {
            return Optional.of(Diagnostic.of(
                            LocalCode.CANNOT_WRITE, "cannot put the snapshots into " + zip + ": " + e.getMessage())
                    .fix("check the disk and the folders"));
        }
    }

    @Override
    public void close() {
        held.forEach(HeldManifest::close);
    }
}
