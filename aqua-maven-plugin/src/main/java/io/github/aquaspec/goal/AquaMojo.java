package io.github.aquaspec.goal;

import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.report.LiveBlock;
import io.github.aquaspec.report.ShownPath;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal has: it can be skipped, and it knows where it is. */
abstract class AquaMojo extends AbstractMojo {

    static {
        QuietHttpLog.require();
    }

    /**
     * Skips all goals of this plugin. Each says so in the log, and reads nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.skip", defaultValue = "false")
    private boolean skip;

    /**
     * In a build of several modules, runs in the module alone where Maven was started.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.runOnlyAtRoot", defaultValue = "false")
    private boolean runOnlyAtRoot;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final Redaction redaction = new Redaction();
    private final LiveBlock block = new LiveBlock(text -> GuardedLog.line(text, redaction));

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipGoal()) {
            getLog().info("Skipped: " + (skip ? "aqua.skip" : "aqua." + execution.getGoal() + ".skip") + " is set.");
            return;
        }
        if (runOnlyAtRoot && project != null && !project.isExecutionRoot()) {
            getLog().info("Skipped: this is not the root of the build, and aqua.runOnlyAtRoot is set.");
            return;
        }
        MavenOutcome outcome = new MavenOutcome(getLog(), execution.getGoal());
        try {
            refuseUnknownProperties(outcome);
            act(outcome);
        } catch (RuntimeException e) {
            throw outcome.bug(e, execution.getVersion());
        }
    }

    private void refuseUnknownProperties(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        List<Diagnostic> ignored = new KnownProperties(
                        execution.getMojoDescriptor().getPluginDescriptor())
                .check(session.getUserProperties(), project == null ? new Properties() : project.getProperties());
        outcome.show(ignored, false);
        outcome.finish(ignored, Strictness.ERRORS_STOP);
    }

    /** Guarded: nothing that this goal shows takes another way. */
    @Override
    public final GuardedLog getLog() {
        return new GuardedLog(super.getLog(), redaction, block);
    }

    /** Shows how a run goes that begins now, until it is closed. */
    final ShownProgress progress(String choice, int manifests) {
        return ShownProgress.of(
                choice, manifests, Terminal.find(session.getRequest(), System::getenv), getLog(), block);
    }

    /** Takes away what shows how a run goes. */
    final void endProgress() {
        block.close();
    }

    /** Learns the secrets of this goal. */
    final Redaction redaction() {
        return redaction;
    }

    /** Whether the property of this goal alone says skip. */
    abstract boolean skipGoal();

    /** Does the work of the goal. */
    abstract void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException;

    final MavenSession session() {
        return session;
    }

    final MojoExecution execution() {
        return execution;
    }

    /** The folder of the POM; without a POM, the folder Maven was started in. */
    final Path baseDirectory() {
        return project != null && project.getFile() != null
                ? project.getBasedir().toPath().toAbsolutePath().normalize()
                : Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    }

    /** The folder that paths are shown from: where the user stands. */
    final Path shownFrom() {
        Path root =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        return baseDirectory().startsWith(root) ? root : baseDirectory();
    }

    /** A path as the user is shown it. */
    final String shown(Path path) {
        return ShownPath.from(shownFrom(), path);
    }

    /** What a build names, or what stands in its place where it names nothing. */
    static Path place(File named, Path otherwise) {
        return named == null ? otherwise : named.toPath().toAbsolutePath().normalize();
    }

    /** The build folder; without a POM, {@code target} in the folder Maven was started in. */
    final Path buildDirectory() {
        return project != null && project.getFile() != null
                ? Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize()
                : baseDirectory().resolve("target");
    }

    /** Where an emulator's data live, given where a build says that they do. */
    final Path emulatorDirectory(File named) {
        return place(named, buildDirectory().resolve("aqua-emulator"));
    }

    /** The module, where there is a POM. */
    final Optional<MavenProject> module() {
        return hasPom() ? Optional.of(project) : Optional.empty();
    }

    final boolean hasPom() {
        return project != null && project.getFile() != null;
    }
}
