package io.github.aquaspec.run;

import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.spec.JobSpecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans of manifests that stand in a test as text. */
public final class Plans {

    /** Made when the first is asked for: a run under strace makes no folder but its own. */
    private static final class OfItsOwn {
        static final Path MACHINES = machines();
    }

    private Plans() {}

    public static Manifest manifestOf(String id, String text) {
        String name = "specs/" + id + (text.startsWith("{") ? ".json" : ".yaml");
        return new Manifest(new ManifestId(id), JobSpecs.parse(name, text));
    }

    public static JobPlan plan(String id, String text, Path output) {
        return JobPlan.of(manifestOf(id, text), output, Optional.empty(), Optional.empty());
    }

    /** A plan that can be run, on a machine of its own. */
    static JobPlan runnable(String id, String text, Path output) {
        StateDirectory state = StateDirectory.of(statesOfItsOwn(), Rig.EMULATOR, id);
        return JobPlan.of(manifestOf(id, text), output, Optional.of(state), Optional.empty());
    }

    /** Where a machine remembers that nothing was run on; it goes with the JVM. */
    static Path statesOfItsOwn() {
        try {
            return Files.createTempDirectory(OfItsOwn.MACHINES, "states");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path machines() {
        try {
            Path machines = Files.createTempDirectory("machines");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(machines)));
            return machines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
