package io.github.aquaspec.goal;

import io.github.aquaspec.run.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** What every goal has that may need the emulator. */
abstract class EmulatorMojo extends ServiceMojo {

    private static final Object STARTING = new Object();

    /** Port of the emulator; 0 for any free one. Default: 8377 for {@code emulate}, 0 in a build. */
    @Parameter(property = "aqua.emulator.port")
    private Integer emulatorPort;

    /** Where the emulator's data live. Default: {@code aqua-emulator} in the build folder. */
    @Parameter(property = "aqua.emulator.directory")
    private File emulatorDirectory;

    /** Partner ids that the emulator knows, separated by commas; any by default. */
    @Parameter(property = "aqua.emulator.partners")
    private String emulatorPartners;

    /** Credentials that the emulator takes, {@code id:secret} separated by commas; any non-empty pair by default. */
    @Parameter(property = "aqua.emulator.credentials")
    private String emulatorCredentials;

    private final RepositorySystem repositories;

    EmulatorMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /**
     * An emulator that answers.
     *
     * @param url its base URL
     * @param greeting what to tell a user about it
     */
    record Running(URI url, String greeting) {}

    /** The emulator of this session and data directory, started when it is first asked for. */
    final Optional<Running> emulator(int defaultPort, List<Diagnostic> problems) {
        Path directory = emulatorDirectory == null
                ? buildDirectory().resolve("aqua-emulator")
                : emulatorDirectory.toPath().toAbsolutePath().normalize();
        SessionData data = session().getRepositorySession().getData();
        String key = "aqua-emulator " + directory;
        synchronized (STARTING) {
            if (data.get(key) instanceof Map<?, ?> running) {
                return Optional.of(running(running));
            }
            Optional<Map<String, Object>> started = start(settings(defaultPort), problems);
            started.ifPresent(running -> data.set(key, running));
            return started.map(EmulatorMojo::running);
        }
    }

    private Optional<Map<String, Object>> start(Map<String, String> settings, List<Diagnostic> problems) {
        String version = execution().getVersion();
        try {
            return Optional.of(
                    new EmulatorLoader(repositories, session(), version).load().apply(settings));
        } catch (DependencyResolutionException e) {
            problems.add(Diagnostic.of(
                            TargetCode.NO_EMULATOR,
                            "the emulator io.github.aquaspec:aqua-emulator:" + version + " cannot be resolved")
                    .fix("let Maven reach a repository that has it, or add it to the plugin's <dependencies>"));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "the emulator does not start: " + reason(e))
                    .fix("see aqua.emulator.port, .credentials and .partners"));
        }
        return Optional.empty();
    }

    private static String reason(RuntimeException e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + ": " + e.getCause().getMessage();
    }

    private static Running running(Map<?, ?> emulator) {
        return new Running((URI) emulator.get("url"), (String) emulator.get("greeting"));
    }

    private Map<String, String> settings(int defaultPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("port", String.valueOf(emulatorPort == null ? defaultPort : emulatorPort));
        if (emulatorPartners != null) {
            settings.put("partners", emulatorPartners);
        }
        if (emulatorCredentials != null) {
            settings.put("credentials", emulatorCredentials);
        }
        return settings;
    }

    /** An identity that the emulator takes. */
    final String[] emulatorIdentity() {
        String pairs = emulatorCredentials == null ? "" : emulatorCredentials;
        String first = (pairs.indexOf(',') < 0 ? pairs : pairs.substring(0, pairs.indexOf(','))).strip();
        int colon = first.indexOf(':');
        return colon > 0
                ? new String[] {first.substring(0, colon), first.substring(colon + 1)}
                : new String[] {"emulator", "emulator-secret"};
    }
}
