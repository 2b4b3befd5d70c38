package io.github.aquaspec.goal;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.run.release.SnapshotAudit;
import io.github.aquaspec.run.state.HeldManifest;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.spec.Values;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks published snapshots again, from their bytes alone: sums, descriptor, record counts, and that no file is extra.
 * A manifest without a snapshot is fine unless {@code run} of this build published one. Needs no network.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public class VerifyMojo extends SnapshotsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.verify.skip", defaultValue = "false")
    private boolean skipVerify;

    @Override
    boolean skipGoal() {
        return skipVerify;
    }

    @Override
    Values.Unset unset() {
        return Values.Unset.WARNS;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        Optional<ManifestSet> found = manifests();
        if (found.isEmpty()) {
            return;
        }
        ManifestSet set = found.get();
        List<Diagnostic> problems = new ArrayList<>();
        if (set.hasErrors()) {
            problems.addAll(set.diagnostics());
        } else {
            for (Manifest manifest : set.manifests()) {
                problems.addAll(checked(manifest));
            }
        }
        outcome.show(problems, notes());
        outcome.finish(problems, strictness());
    }

    /** A move that was interrupted is brought to its end; one that a run is about to make is not ours to make. */
    private List<Diagnostic> checked(Manifest manifest) {
        SnapshotPlace place = SnapshotPlace.of(manifest, outputDirectory());
        String holder = "aqua:verify of process " + ProcessHandle.current().pid();
        try {
            HeldManifest held =
                    HeldManifest.of(stateDirectories(), manifest.id().text(), holder);
            try {
                return checked(manifest.id(), place, SnapshotAudit.of(manifest, place, published()));
            } finally {
                held.close();
            }
        } catch (StateException e) {
            return List.of(e.diagnostic());
        }
    }

    private List<Diagnostic> checked(ManifestId id, SnapshotPlace place, List<SnapshotAudit> audits) {
        if (audits.isEmpty()) {
            getLog().info(id + ": nothing is published, nothing to verify.");
        }
        List<Diagnostic> found = new ArrayList<>();
        for (SnapshotAudit audit : audits) {
            String which = place.isDated() ? audit.directory().getFileName() + " is " : "";
            audit.records()
                    .ifPresent(n -> getLog().info(id + ": " + which + "verified, " + Quantity.of(n, "record") + "."));
            found.addAll(audit.diagnostics());
        }
        return found;
    }
}
