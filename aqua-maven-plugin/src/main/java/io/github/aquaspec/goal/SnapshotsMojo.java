package io.github.aquaspec.goal;

import io.github.aquaspec.run.plan.Target;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal has that writes or reads snapshots. */
abstract class SnapshotsMojo extends SpecsMojo {

    /**
     * Where snapshots go. Default: {@code aqua} in the build folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.outputDirectory")
    private File outputDirectory;

    /**
     * Where it is remembered what was published last, and what was begun. Default: {@code .aqua} beside the POM; for
     * the emulator, where its data live.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.stateDirectory")
    private File stateDirectory;

    /**
     * Where the emulator's data live. Default: {@code aqua-emulator} in the build folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aqua.emulator.directory")
    private File emulatorDirectory;

    final Path outputDirectory() {
        return place(outputDirectory, buildDirectory().resolve("aqua"));
    }

    /** The folder of all states of a target. */
    final Path stateDirectory(Target target) {
        return target.needsEmulator() ? stateOfEmulator() : stateOfTenants();
    }

    /** The folders of all states that this build may have, whatever its target. */
    final List<Path> stateDirectories() {
        return Stream.of(stateOfTenants(), stateOfEmulator()).distinct().toList();
    }

    private Path stateOfTenants() {
        return place(stateDirectory, baseDirectory().resolve(".aqua"));
    }

    private Path stateOfEmulator() {
        return place(stateDirectory, emulatorDirectory());
    }

    /** Where the emulator's data live. */
    final Path emulatorDirectory() {
        return emulatorDirectory(emulatorDirectory);
    }

    /** The snapshots that goals of this build have published in this module; shared by its executions. */
    final Set<Path> published() {
        return inModule("aqua.published", ConcurrentHashMap::newKeySet);
    }

    /** Where goals of this build were to publish in this module and did not, by the place of a manifest, and why. */
    final Map<Path, String> missed() {
        return inModule("aqua.missed", ConcurrentHashMap::new);
    }

    @SuppressWarnings("unchecked") // each key has one caller, and so one type
    final <T> T inModule(String key, Supplier<T> first) {
        return (T) getPluginContext().computeIfAbsent(key, k -> first.get());
    }
}
