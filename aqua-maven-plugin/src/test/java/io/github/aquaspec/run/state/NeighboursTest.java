package io.github.aquaspec.run.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests of one target look at each other's state while they run. */
class NeighboursTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    private Path root;

    @Test
    void areFound_byTheirLastJob() throws Exception {
        States.submitted(state(Disk.local(), "crm/nightly"), "j1", NIGHT);
        States.submitted(state(Disk.local(), "weekly"), "j2", NIGHT);
        StateDirectory own = state(Disk.local(), "own");
        States.submitted(own, "j3", NIGHT);

        assertThat(own.neighbourOf("j1")).contains("crm/nightly");
        assertThat(own.neighbourOf("j2")).contains("weekly");
        assertThat(own.neighbourOf("j3")).as("our own").isEmpty();
        assertThat(own.neighbourOf("j4")).isEmpty();
    }

    @Test
    void areNone_whereNothingWasEverRun() throws Exception {
        assertThat(state(Disk.local(), "own").neighbourOf("j1")).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    /** A file that is replaced is there for a moment under another name. */
    @Test
    void areFound_whileTheyWrite() throws Exception {
        States.submitted(state(Disk.local(), "crm/nightly"), "j1", NIGHT);
        Disk whileOthersWrite = new ForwardingDisk() {

            @Override
            public List<Path> list(Path directory) throws IOException {
                Path written = Files.createFile(directory.resolve(".window.json.0123456789abcdef.part"));
                List<Path> listed = super.list(directory);
                Files.delete(written);
                return listed;
            }
        };

        assertThat(state(whileOthersWrite, "own").neighbourOf("j1")).contains("crm/nightly");
        try (Stream<Path> left = Files.walk(root)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private StateDirectory state(Disk disk, String id) {
        return StateDirectory.of(disk, root, States.US, id);
    }
}
