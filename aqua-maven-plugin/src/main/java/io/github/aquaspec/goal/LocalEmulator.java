package io.github.aquaspec.goal;

import io.github.aquaspec.run.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The emulators of a Maven session: one for each data directory, started when it is first asked for. */
final class LocalEmulator {

    private static final Object STARTING = new Object();

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final String version;

    LocalEmulator(RepositorySystem repositories, MavenSession session, String version) {
        this.repositories = repositories;
        this.session = session;
        this.version = version;
    }

    /**
     * An emulator that answers.
     *
     * @param url its base URL
     * @param greeting what to tell a user about it
     */
    record Running(URI url, String greeting) {}

    /** The emulator of a data directory; empty, with a problem, when it does not start. */
    Optional<Running> at(Path directory, Map<String, String> settings, List<Diagnostic> problems) {
        SessionData data = session.getRepositorySession().getData();
        String key = "aqua-emulator " + directory;
        synchronized (STARTING) {
            if (data.get(key) instanceof Map<?, ?> running) {
                return Optional.of(running(running));
            }
            Optional<Map<String, Object>> started = start(settings, problems);
            started.ifPresent(running -> data.set(key, running));
            return started.map(LocalEmulator::running);
        }
    }

    private Optional<Map<String, Object>> start(Map<String, String> settings, List<Diagnostic> problems) {
        try {
            return Optional.of(
                    new EmulatorLoader(repositories, session, version).load().apply(settings));
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
}
