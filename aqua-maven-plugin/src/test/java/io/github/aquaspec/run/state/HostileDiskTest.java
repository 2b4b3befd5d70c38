package io.github.aquaspec.run.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.snapshot.DenyingDisk;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.LinkPlantingDisk;
import io.github.aquaspec.snapshot.Victims;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else writes where a run remembers: nothing elsewhere is touched, and nothing is believed to be written. */
class HostileDiskTest {

    private static final WindowPublished FIRST = States.window("2020-01-01T00:00:00Z", "2026-11-21T00:00:00Z");
    private static final Instant SUBMITTED = Instant.parse("2026-11-22T02:00:00.123Z");

    @TempDir
    private Path folder;

    private Victims victims;

    @BeforeEach
    void layOut() throws IOException {
        victims = Victims.in(folder.resolve("elsewhere"));
    }

    /** Folders above may be links: a user may keep a whole tree elsewhere. What is in them already stays. */
    @Test
    void overwritesNothing_whereverALinkIsPlanted() throws Exception {
        Map<String, String> before = victims.content();
        // A link in place of the manifest's own folder makes that its folder.
        before.keySet().removeIf(file -> file.endsWith("folder/window.json"));
        int attacks = 0;
        for (Path victim : victims.all()) {
            LinkPlantingDisk disk;
            int at = 1;
            do {
                disk = new LinkPlantingDisk(victim, at++);
                StateDirectory state = state(disk, "run" + attacks++);
                if (isWritten(state)) {
                    assertThat(state.published()).contains(FIRST);
                    assertThat(state.jobId()).contains(States.JOB);
                }
                assertThat(victims.content())
                        .as("a link to %s, planted at name %d", victim, at - 1)
                        .containsAllEntriesOf(before);
            } while (disk.hasPlanted());
        }
        assertThat(attacks).isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.json",
                "local",
                "local/journal.jsonl",
                "local/history.json",
                "local/lock",
                "local/.gitignore"
            })
    void followsNoLink_thatLiesThereAlready(String name) throws Exception {
        Map<String, String> before = victims.content();
        for (Path victim : victims.all()) {
            Path root = folder.resolve("root-" + victim.getFileName());
            Path link = root.resolve("us/nightly").resolve(name);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, victim);

            isWritten(state(Disk.local(), root.getFileName().toString()));

            assertThat(victims.content()).as("%s leads to %s", name, victim).isEqualTo(before);
        }
    }

    @Test
    void believesNoState_thatALinkLeadsTo() throws Exception {
        StateDirectory real = state(Disk.local(), "real");
        real.commit(Optional.empty(), FIRST);
        Path link = folder.resolve("other/us/nightly/window.json");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, real.path().resolve("window.json"));

        assertThatThrownBy(() -> state(Disk.local(), "other").published())
                .isInstanceOf(StateException.class)
                .hasMessageContaining("window.json");
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "MOVE", "MOVE_AT_ONCE"})
    void saysWhatCannotBeWritten_andKeepsWhatWasThere(DenyingDisk.Denial denial) throws Exception {
        state(Disk.local(), "root").commit(Optional.empty(), FIRST);
        StateDirectory state = state(new DenyingDisk(denial), "root");

        assertThatThrownBy(() -> States.submitted(state, States.JOB, SUBMITTED))
                .isInstanceOfSatisfying(
                        StateException.class,
                        trouble -> assertThat(TextRenderer.render(trouble.diagnostic()))
                                .contains("cannot write", "journal.jsonl", "give this user access there"));

        assertThat(state.published()).contains(FIRST);
        assertThat(state.jobId()).isEmpty();
        try (var left = Files.list(state.path().resolve("local"))) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private StateDirectory state(Disk disk, String root) {
        return StateDirectory.of(disk, folder.resolve(root), States.US, "nightly");
    }

    private static boolean isWritten(StateDirectory state) {
        try {
            state.commit(Optional.empty(), FIRST);
            state.lock("this build").close();
            States.published(state, States.JOB, SUBMITTED);
            States.submitted(state, States.JOB, SUBMITTED);
            return true;
        } catch (StateException e) {
            return false;
        }
    }
}
