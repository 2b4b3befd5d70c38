package io.github.aquaspec.goal;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The emulators of a Maven session: one for each data directory, started when it is first asked for. */
final class LocalEmulator {

    private static final Object STARTING = new Object();

    /** All that run in this JVM, which may live longer than a session. */
    private static final Map<Path, AutoCloseable> OPEN = new ConcurrentHashMap<>();

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
     * @param done what the script says about itself, where there is one and it does
     */
    record Running(URI url, String greeting, Optional<String> done) {}

    /**
     * The emulator of a data directory, after the script that the settings name; empty, with a problem, when it does not
     * start or the script is refused.
     */
    Optional<Running> at(Path directory, Map<String, String> settings, List<Diagnostic> problems) {
        Optional<Map<?, ?>> running = running(directory, settings, problems);
        if (running.isEmpty() || !settings.containsKey("script")) {
            return running.map(emulator -> shown(emulator, Optional.empty()));
        }
        Path script = Path.of(settings.get("script"));
        return apply(script, running.get(), problems).map(text -> shown(running.get(), heading(script, text)));
    }

    private Optional<Map<?, ?>> running(Path directory, Map<String, String> settings, List<Diagnostic> problems) {
        SessionData data = session.getRepositorySession().getData();
        String key = "aqua-emulator " + directory;
        synchronized (STARTING) {
            if (data.get(key) instanceof Map<?, ?> running) {
                return Optional.of(running);
            }
            // That of an earlier session, which would keep the directory for itself.
            close(directory);
            Map<String, String> whole = new HashMap<>(settings);
            whole.put("directory", directory.toString());
            Optional<Map<String, Object>> started = start(whole, problems);
            started.ifPresent(running -> {
                data.set(key, running);
                OPEN.put(directory, (AutoCloseable) running.get("emulator"));
            });
            return started.map(running -> running);
        }
    }

    /** Ends the emulator of a directory, where one runs in this JVM. */
    static void close(Path directory) {
        AutoCloseable emulator = OPEN.remove(directory);
        if (emulator == null) {
            return;
        }
        try {
            emulator.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the emulator does not end", e);
        }
    }

    /** Does what a script says, and returns its text; empty, with a problem, when it is refused. */
    @SuppressWarnings("unchecked") // of another class loader: the type that EmulatorLink puts in
    private static Optional<String> apply(Path script, Map<?, ?> running, List<Diagnostic> problems) {
        try {
            String text = Files.readString(script);
            synchronized (STARTING) {
                ((BiConsumer<String, String>) running.get("script")).accept(script.toString(), text);
            }
            return Optional.of(text);
        } catch (IOException e) {
            problems.add(refused("the emulator's script " + script + " cannot be read"));
        } catch (IllegalArgumentException e) {
            problems.add(refused("the emulator's script is refused: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /** The comment that a script begins with. */
    private static Optional<String> heading(Path script, String text) {
        String words = text.lines()
                .map(String::strip)
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "))
                .strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(script.getFileName() + ": " + words);
    }

    private static Diagnostic refused(String message) {
        return Diagnostic.of(TargetCode.BAD_SCRIPT, message)
                .fix("correct the file that aqua.emulator.script names; docs/emulator.md tells what it may hold");
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
                    .fix("see aqua.emulator.port, .credentials, .partners and .directory"));
        }
        return Optional.empty();
    }

    private static String reason(RuntimeException e) {
        return e.getCause() == null || e instanceof IllegalArgumentException
                ? e.getMessage()
                : e.getMessage() + ": " + e.getCause().getMessage();
    }

    private static Running shown(Map<?, ?> emulator, Optional<String> done) {
        return new Running((URI) emulator.get("url"), (String) emulator.get("greeting"), done);
    }
}
