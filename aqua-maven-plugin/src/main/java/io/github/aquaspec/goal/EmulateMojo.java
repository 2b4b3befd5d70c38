package io.github.aquaspec.goal;

import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.nio.file.Path;
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
public class EmulateMojo extends AquaMojo {

    private static final int PORT = 8377;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulate.skip", defaultValue = "false")
    private boolean skipEmulate;

    /**
     * Port of the emulator; 0 for one that is free. Default: 8377.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.port")
    private Integer emulatorPort;

    /**
     * Where the emulator's data live. Default: {@code aqua-emulator} in the build folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.directory")
    private File emulatorDirectory;

    /**
     * Partner ids that the emulator knows, separated by commas. Default: any.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.partners")
    private String emulatorPartners;

    /**
     * Credentials that the emulator takes, {@code id:secret}, separated by commas. Default: any pair that is not
     * empty.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.credentials")
    private String emulatorCredentials;

    /**
     * A file of requests that the emulator is given before all else, {@code METHOD /emulator/…} and JSON.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.script")
    private File emulatorScript;

    private final RepositorySystem repositories;

    @Inject
    public EmulateMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    boolean skipGoal() {
        return skipEmulate;
    }

    @Override
    void act(MavenOutcome outcome) throws MojoExecutionException, MojoFailureException {
        List<Diagnostic> problems = new ArrayList<>();
        Path directory = emulatorDirectory(emulatorDirectory);
        EmulatorChoice choice =
                new EmulatorChoice(emulatorPort, directory, emulatorPartners, emulatorCredentials, emulatorScript);
        Optional<LocalEmulator.Running> running = new LocalEmulator(
                        repositories, session(), execution().getVersion())
                .at(directory, choice.settings(PORT), problems);
        outcome.show(problems, false);
        outcome.finish(problems, Strictness.ERRORS_STOP);
        running.orElseThrow().greeting().lines().forEach(getLog()::info);
        getLog().info("Ctrl-C ends it.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            LocalEmulator.close(directory);
            Thread.currentThread().interrupt();
        }
    }
}
