package io.github.aquaspec.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else writes where snapshots are published: nothing elsewhere is touched, and what stands there is told. */
class HostileDiskTest {

    @TempDir
    private Path folder;

    private Victims victims;

    @BeforeEach
    void layOut() throws IOException {
        victims = Victims.in(folder.resolve("elsewhere"));
    }

    @Test
    void followsNoLink_whereverItIsPlanted_whileASnapshotIsMadeAndReplaced() throws Exception {
        Map<String, String> before = victims.content();
        int attacks = 0;
        for (Path victim : victims.all()) {
            for (int at = 1; attack(victim, at, attacks); at++) {
                attacks++;
                assertThat(victims.content())
                        .as("a link to %s, planted at name %d", victim, at)
                        .isEqualTo(before);
            }
        }
        assertThat(attacks).isGreaterThan(20);
    }

    /** The failing twin: what follows links overwrites the victim, and the test sees it. */
    @Test
    void sees_aVictimThatIsOverwritten() throws Exception {
        Map<String, String> before = victims.content();
        Path link =
                Files.createSymbolicLink(folder.resolve("link"), victims.all().get(0));

        Files.writeString(link, "data");

        assertThat(victims.content()).isNotEqualTo(before);
    }

    @Test
    void leavesWhatStandsThere_andSaysSo_whenItIsNotOurs() throws Exception {
        Path target = Files.createDirectories(folder.resolve("aqua/foreign"));
        Files.writeString(target.resolve("notes.txt"), "mine");
        for (String name : new String[] {"aqua/.foreign.old", "aqua/.foreign.new"}) {
            Files.createDirectories(folder.resolve(name));
        }

        try (StagingDirectory staging = Snapshots.staged(Disk.local(), target, "one")) {
            assertThatThrownBy(() -> new Publication(Disk.local()).publish(staging))
                    .isInstanceOf(PublicationException.class)
                    .hasMessageContaining("foreign");
        }
        assertThat(target.resolve("notes.txt")).hasContent("mine");
    }

    /** As docs/security.md says: half of a snapshot cannot be told from what somebody else has put there. */
    @Test
    void takesWhatHasAHiddenNameOfOurs_forALeftover() throws Exception {
        Path target = folder.resolve("aqua/nightly");
        publish(Disk.local(), target, "one");
        for (String name : new String[] {".nightly.old", ".nightly.new", ".nightly.staging-x"}) {
            Files.createDirectories(folder.resolve("aqua").resolve(name).resolve("of somebody"));
        }

        new Publication(Disk.local()).finish(target);
        StagingDirectory.sweep(Disk.local(), target, Optional.empty());

        assertThat(Disk.local().list(folder.resolve("aqua"))).containsExactly(target);
        assertThat(new SumsCheck(Disk.local()).check(target)).isEmpty();
    }

    @Test
    void namesTheLeftover_thatCannotBeTakenAway() throws Exception {
        Path target = folder.resolve("aqua/nightly");
        publish(Disk.local(), target, "one");
        Files.createDirectories(folder.resolve("aqua/.nightly.old"));
        Files.createFile(folder.resolve("aqua/.nightly.old/account.csv"));

        assertThatThrownBy(() -> new Publication(new DenyingDisk(DenyingDisk.Denial.DELETE)).finish(target))
                .isInstanceOf(LeftoverException.class)
                .hasMessageContaining(".nightly.old");
        assertThat(new SumsCheck(Disk.local()).check(target)).isEmpty();
    }

    @Test
    void publishesNothing_andKeepsWhatStands_whenTheFolderIsNotOurs() throws Exception {
        Path target = folder.resolve("aqua/nightly");
        publish(Disk.local(), target, "one");

        for (DenyingDisk.Denial denial : DenyingDisk.Denial.values()) {
            if (denial != DenyingDisk.Denial.DELETE) {
                assertThatThrownBy(() -> publish(new DenyingDisk(denial), target, "two"))
                        .as("%s", denial)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(folder.toString());
                assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("one"));
                assertThat(new SumsCheck(Disk.local()).check(target)).isEmpty();
            }
        }
    }

    /** Publishes over an older snapshot; false when there was no such name. */
    private boolean attack(Path victim, int at, int attempt) throws IOException {
        Path target = folder.resolve("run" + attempt + "/nightly");
        publish(Disk.local(), target, "one");
        LinkPlantingDisk disk = new LinkPlantingDisk(victim, at);
        Throwable trouble = catchThrowable(() -> publish(disk, target, "two"));
        assertThat(trouble)
                .satisfiesAnyOf(t -> assertThat(t).isNull(), t -> assertThat(t).isInstanceOf(IOException.class));
        for (ThrowingCallable repair : List.<ThrowingCallable>of(
                () -> new Publication(Disk.local()).finish(target),
                () -> StagingDirectory.sweep(Disk.local(), target, Optional.empty()))) {
            Throwable refused = catchThrowable(repair);
            assertThat(refused == null || refused instanceof IOException).isTrue();
        }
        return disk.hasPlanted();
    }

    private static void publish(Disk disk, Path target, String value) throws IOException {
        try (StagingDirectory staging = Snapshots.staged(disk, target, value)) {
            new Publication(disk).publish(staging);
        }
    }
}
