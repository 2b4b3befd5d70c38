package io.github.aquaspec.run;

import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Machines that a build of one manifest runs on, one after the other; each is empty at first, and the server lasts. */
final class Machines {

    /** One query, of a window that ends two hours ago. */
    static final String WINDOW = """
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2024-01-01T00:00:00Z", lag: PT2H}
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    private final EmulatedTenant tenant;
    private final Path folder;
    private int count = 1;

    Machines(EmulatedTenant tenant, Path folder) {
        this.tenant = tenant;
        this.folder = folder;
    }

    /** Leaves the machine for an empty one. */
    void next() {
        count++;
    }

    /**
     * Lets a build die when its job is submitted, and the machine be gone with it; it is 50 minutes until the next one is
     * there.
     *
     * @return where the window of that build ended, if it has one
     */
    Optional<Instant> lose(Rig build) throws StateException {
        build.dies(StepDisk.diesAfter("submitted"));
        Optional<Instant> to = state().journal().run().orElseThrow().window().map(WindowRange::to);
        tenant.pass(Duration.ofMinutes(50));
        next();
        return to;
    }

    Rig rig(String manifest) {
        return new Rig(tenant.emulator(), tenant.time(), output())
                .remembering(here().resolve("states"))
                .manifest("a", manifest);
    }

    Path output() {
        return here().resolve("out");
    }

    StateDirectory state() {
        return StateDirectory.of(here().resolve("states"), Rig.EMULATOR, "a");
    }

    private Path here() {
        return folder.resolve("machine-" + count);
    }
}
