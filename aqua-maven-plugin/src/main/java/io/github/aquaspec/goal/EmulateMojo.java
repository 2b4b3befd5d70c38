package io.github.aquaspec.goal;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Serves the emulator, a local AQuA server with sample data, until Ctrl-C.
 *
 * @since 0.1.0
 */
@Mojo(name = "emulate", requiresProject = false, threadSafe = true)
public class EmulateMojo extends EmulatorMojo {

    private static final int PORT = 8377;

    /** Skips this goal. */
    @Parameter(property = "aqua.emulate.skip", defaultValue = "false")
    private boolean skipEmulate;

    @Inject
    public EmulateMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    boolean skipGoal() {
        return skipEmulate;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Running> running = emulator(PORT, problems);
        outcome.show(problems, false);
        outcome.finish(problems, false);
        running.orElseThrow().greeting().lines().forEach(getLog()::info);
        getLog().info("Ctrl-C ends it.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
