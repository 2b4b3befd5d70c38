package io.github.aquaspec.goal;

import io.github.aquaspec.report.Quantity;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.Target;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.release.CurrentSnapshot;
import io.github.aquaspec.run.release.Release;
import io.github.aquaspec.run.release.ThisBuild;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Attaches the current snapshots of the manifests to the module, as one zip with the classifier {@code aqua}, so that
 * {@code install} and {@code deploy} take it along. Refuses snapshots that are not whole, that are not of the manifests as
 * they are now, or that are not what was published last. Needs no network.
 *
 * @since 0.1.0
 */
@Mojo(name = "attach", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public class AttachMojo extends ServiceMojo {

    static final String CLASSIFIER = "aqua";

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.attach.skip", defaultValue = "false")
    private boolean skipAttach;

    /** The file is named after it: {@code <finalName>-aqua.zip}, in the build folder. */
    @Parameter(defaultValue = "${project.build.finalName}", readonly = true, required = true)
    private String finalName;

    /**
     * The time of all files in the zip, an ISO 8601 time or seconds since 1970. Where the POM has none it is {@code
     * 1980-01-01T00:00:02Z}, and the build says so.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private String outputTimestamp;

    private final MavenProjectHelper projects;

    @Inject
    public AttachMojo(MavenProjectHelper projects) {
        this.projects = projects;
    }

    @Override
    boolean skipGoal() {
        return skipAttach;
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
            OutputTimestamp timestamp = new OutputTimestamp(outputTimestamp);
            Instant time = timestamp.instant(problems);
            Planning planning = planning(problems);
            if (!strictness().stopsAtAny(problems)) {
                if (!timestamp.isGiven()) {
                    getLog().info("project.build.outputTimestamp is not set: files are dated " + time + ".");
                }
                release(set, planning, time, problems);
            }
        }
        outcome.show(problems, notes());
        outcome.finish(problems, strictness());
    }

    /** Where nobody says where the manifests run, nobody knows either what was published last. */
    private Planning planning(List<Diagnostic> problems) {
        ServiceChoice choice = serviceChoice();
        Optional<Target> target = choice.isSilent() ? Optional.empty() : choice.target(problems);
        return new Planning(
                outputDirectory(),
                target.map(t -> new Planning.Memory(stateDirectory(t), choice.identity(t))),
                WindowChoice.NEXT,
                Instant.EPOCH);
    }

    private void release(ManifestSet set, Planning planning, Instant time, List<Diagnostic> problems) {
        String holder = "aqua:attach of process " + ProcessHandle.current().pid();
        ThisBuild build = new ThisBuild(published(), missed());
        try (Release release = Release.of(set, planning, stateDirectories(), holder, build)) {
            problems.addAll(release.problems());
            if (!strictness().stopsAtAny(problems)) {
                Path zip = buildDirectory().resolve(finalName + "-" + CLASSIFIER + ".zip");
                release.write(zip, time).ifPresentOrElse(problems::add, () -> attach(release.snapshots(), zip));
            }
        }
    }

    private void attach(List<CurrentSnapshot> snapshots, Path zip) {
        for (CurrentSnapshot snapshot : snapshots) {
            snapshot.records()
                    .ifPresent(n -> getLog().info(snapshot.id() + ": attached, " + Quantity.of(n, "record") + "."));
        }
        File file = zip.toFile();
        projects.attachArtifact(module().orElseThrow(), "zip", CLASSIFIER, file);
        getLog().info("Attached " + Quantity.of(snapshots.size(), "snapshot") + " as " + shown(zip) + ", "
                + Quantity.of(file.length(), "byte") + ".");
    }
}
