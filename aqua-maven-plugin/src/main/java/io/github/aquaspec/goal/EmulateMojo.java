package io.github.aquaspec.goal;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.net.URI;
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
        Optional<URI> url = emulator(PORT, problems);
        outcome.show(problems, false);
        outcome.finish(problems, false);
        String[] identity = emulatorIdentity();
        getLog().info("The AQuA emulator answers at " + url.orElseThrow() + " until Ctrl-C. In another shell:");
        getLog().info("  curl -u " + identity[0] + ":" + identity[1] + " -H 'Content-Type: application/json' \\");
        getLog().info("    -d '{\"format\":\"csv\",\"version\":\"1.0\",\"queries\":[{\"name\":\"Account\",\"type\":"
                + "\"zoqlexport\",\"query\":\"select Id, Name from Account\"}]}' \\");
        getLog().info("    " + url.orElseThrow() + "/v1/batch-query/");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
