package io.github.aquaspec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    @TempDir
    private Path folder;

    private final Disk disk = Disk.local();
    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = folder.resolve("aqua/crm/nightly");
    }

    @Test
    void sha256sumAcceptsWhatWasPublished() throws Exception {
        publish("one");
        publish("two", "three");

        assertThat(disk.list(target.getParent())).containsExactly(target);
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("two", "three"));
        Process sums = new ProcessBuilder("sha256sum", "-c", "--strict", "SHA256SUMS")
                .directory(target.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(sums.getInputStream().readAllBytes(), UTF_8);
        assertThat(sums.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(sums.exitValue()).as(said).isZero();
        assertThat(said).contains("Account Ueberblick.csv: OK", "datapackage.json: OK");
        assertThat(disk.list(target)).hasSize(3);
    }

    @Test
    void leavesTheSameBytes_wheneverTheSameIsPublished() throws Exception {
        publish("one");
        byte[] descriptor = Files.readAllBytes(target.resolve("datapackage.json"));
        byte[] sums = Files.readAllBytes(target.resolve("SHA256SUMS"));
        target = folder.resolve("elsewhere");
        publish("one");
        assertThat(target.resolve("datapackage.json")).hasBinaryContent(descriptor);
        assertThat(target.resolve("SHA256SUMS")).hasBinaryContent(sums);
    }

    @Test
    void replacesASnapshotThatSomeoneDamaged_andAnEmptyDirectory() throws Exception {
        publish("one");
        Files.writeString(target.resolve("Account Ueberblick.csv"), "damaged");
        publish("two");
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("two"));
        target = Files.createDirectory(folder.resolve("empty"));
        publish("three");
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("three"));
        assertThat(folder.resolve(".empty.old")).doesNotExist();
    }

    @Test
    void refusesToReplaceWhatIsNoSnapshot() throws Exception {
        Files.createDirectories(target.resolve("precious"));
        assertRefused();
        assertThat(target.resolve("precious")).isDirectory();

        target = Files.writeString(folder.resolve("file"), "precious");
        assertRefused();
        assertThat(target).hasContent("precious");
    }

    @Test
    void refusesToReplaceALink_alsoOneToASnapshot() throws Exception {
        publish("one");
        Path snapshot = target;
        target = Files.createSymbolicLink(folder.resolve("link"), snapshot);
        assertRefused();
        assertThat(target).isSymbolicLink();
        assertThat(snapshot.resolve("SHA256SUMS")).exists();
    }

    private void assertRefused() throws IOException {
        try (StagingDirectory staging = Snapshots.staged(disk, target, "new")) {
            assertThatThrownBy(() -> new Publication(disk).publish(staging))
                    .isInstanceOf(PublicationException.class)
                    .hasMessageContaining(target + " holds something that is no snapshot");
            assertThat(staging.path()).exists();
        }
    }

    @Test
    void refusesWhatIsNotSealed() throws Exception {
        try (StagingDirectory staging = StagingDirectory.create(disk, target)) {
            assertThatThrownBy(() -> new Publication(disk).publish(staging)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(disk.list(target.getParent())).isEmpty();
    }

    @Test
    void losesNothing_whenTheFileSystemCannotRenameAtOnce() throws Exception {
        publish("one");
        Disk other = new CrossDevice();
        StagingDirectory staging = Snapshots.staged(disk, target, "two");
        StagingDirectory stuck = Snapshots.staged(other, target, "two");
        assertThatThrownBy(() -> new Publication(other).publish(stuck))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("cannot rename")
                .hasMessageContaining("nothing was published");
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("one"));
        assertThat(stuck.path().resolve("SHA256SUMS")).exists();
        stuck.close();
        new Publication(disk).publish(staging);
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("two"));
    }

    @Test
    void finishesNothing_whenNothingIsUnderWay() throws Exception {
        finish();
        assertThat(target).doesNotExist();
        publish("one");
        finish();
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("one"));
    }

    @Test
    void completesTheMove_whenTheNewIsSound() throws Exception {
        publish("one");
        SnapshotPaths paths = SnapshotPaths.of(target);
        Files.move(Snapshots.staged(disk, target, "two").path(), paths.ready());
        finish();
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("two"));

        Files.move(target, paths.old());
        Files.move(Snapshots.staged(disk, target, "three").path(), paths.ready());
        finish();
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("three"));
        assertThat(disk.list(target.getParent())).containsExactly(target);
    }

    @Test
    void bringsNothingBack_thatWasBeingDeleted() throws Exception {
        publish("one");
        SnapshotPaths paths = SnapshotPaths.of(target);
        Files.move(target, paths.old());
        publish("two");
        assertThat(paths.old()).doesNotExist();

        Files.move(target, paths.old());
        FaultyDisk dies = new FaultyDisk(FaultyDisk.Fault.DIES_AFTER, 1);
        assertThatThrownBy(() -> Trees.delete(dies, paths.old())).isInstanceOf(FaultyDisk.Death.class);
        finish();
        assertThat(disk.list(target.getParent())).isEmpty();
    }

    @Test
    void bringsTheOldBack_whenTheNewIsNotSound() throws Exception {
        publish("one");
        SnapshotPaths paths = SnapshotPaths.of(target);
        Files.move(target, paths.old());
        try (StagingDirectory staging = Snapshots.staged(disk, target, "two")) {
            Files.writeString(staging.path().resolve("Account Ueberblick.csv"), "rotten");
            Files.move(staging.path(), paths.ready());
        }
        finish();
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("one"));
        assertThat(disk.list(target.getParent())).containsExactly(target);
    }

    @Test
    void keepsTheOld_whenWhatStandsInItsPlaceIsNoSnapshot() throws Exception {
        publish("one");
        SnapshotPaths paths = SnapshotPaths.of(target);
        Files.move(target, paths.old());
        Files.createDirectory(target);
        assertThatThrownBy(this::finish)
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining(paths.old().toString());
        assertThat(paths.old().resolve("SHA256SUMS")).exists();
    }

    @Test
    void neverFollowsALinkPlantedUnderItsNames() throws Exception {
        publish("one");
        SnapshotPaths paths = SnapshotPaths.of(target);
        Path victim = folder.resolve("victim");
        try (StagingDirectory staging = Snapshots.staged(disk, victim, "precious")) {
            new Publication(disk).publish(staging);
        }
        for (Path planted : List.of(paths.ready(), paths.old())) {
            Files.createSymbolicLink(planted, victim);
            publish("two");
            assertThat(planted).doesNotExist();
            assertThat(target).isDirectory();
            assertThat(Files.isSymbolicLink(target)).isFalse();
            assertThat(victim.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("precious"));
        }
        Trees.delete(disk, target);
        Files.createSymbolicLink(paths.old(), victim);
        finish();
        assertThat(target).doesNotExist();
        assertThat(victim.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("precious"));
    }

    private void finish() throws IOException {
        new Publication(disk).finish(target);
    }

    private void publish(String... values) throws IOException {
        try (StagingDirectory staging = Snapshots.staged(disk, target, values)) {
            new Publication(disk).publish(staging);
        }
    }

    /** A disk on which each directory is a device of its own. */
    private static final class CrossDevice extends ForwardingDisk {
        @Override
        public void move(Path from, Path to) throws IOException {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "cross-device link");
        }
    }
}
