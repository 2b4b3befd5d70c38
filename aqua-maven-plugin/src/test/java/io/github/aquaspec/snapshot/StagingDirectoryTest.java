package io.github.aquaspec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingDirectoryTest {

    @TempDir
    private Path folder;

    private final Disk disk = Disk.local();
    private Path target;

    @BeforeEach
    void chooseTarget() {
        target = folder.resolve("deep/er/nightly");
    }

    @Test
    void standsBesideTheTarget_andIsGoneWhenClosed() throws Exception {
        Path path;
        try (StagingDirectory staging = StagingDirectory.create(disk, target)) {
            path = staging.path();
            assertThat(path).hasParent(target.getParent());
            assertThat(path.getFileName().toString()).matches("\\.nightly\\.staging-[0-9a-f]{16}");
            try (StagedFile file = staging.create("a.csv")) {
                file.write(1);
                file.commit(Snapshots.sha256(new byte[] {1}));
            }
            Files.createDirectories(path.resolve("stray/tree"));
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void isNotSealed_whenAFileIsGone() throws Exception {
        try (StagingDirectory staging = StagingDirectory.create(disk, target);
                StagedFile file = staging.create("a.csv")) {
            file.write(1);
            StoredFile stored = file.commit(Snapshots.sha256(new byte[] {1}));
            Files.delete(staging.path().resolve("a.csv"));

            assertThatThrownBy(() -> staging.seal(Snapshots.descriptor("nightly", stored, new byte[] {1}, 0)))
                    .hasMessageContaining("a file of the snapshot is gone");
        }
    }

    @Test
    void whatLiesAside_isGoneBeforeTheSnapshotIsSealed_andWhenItIsGivenUp() throws Exception {
        Path aside;
        try (StagingDirectory staging = StagingDirectory.create(disk, target);
                StagedFile file = staging.create("a.csv")) {
            file.write(1);
            StoredFile stored = file.commit(Snapshots.sha256(new byte[] {1}));
            aside = Files.createDirectory(staging.aside());
            Files.writeString(aside.resolve("values"), "x");

            staging.seal(Snapshots.descriptor("nightly", stored, new byte[] {1}, 0));
            assertThat(aside).doesNotExist();
        }
        try (StagingDirectory staging = StagingDirectory.create(disk, target)) {
            aside = Files.createDirectory(staging.aside());
        }
        assertThat(aside).doesNotExist();
    }

    @Test
    void countsWhatIsWritten() throws Exception {
        try (StagingDirectory staging = StagingDirectory.create(disk, target);
                StagedFile file = staging.create("a b_c-1.csv.gz")) {
            file.write("hello, ".getBytes(UTF_8));
            file.write('w');
            file.write("world".getBytes(UTF_8), 1, 4);
            String sha256 = Snapshots.sha256("hello, world".getBytes(UTF_8));
            StoredFile stored = file.commit(sha256);
            assertThat(stored).isEqualTo(new StoredFile("a b_c-1.csv.gz", 12, sha256));
            assertThat(staging.path().resolve("a b_c-1.csv.gz")).hasContent("hello, world");
            assertThat(staging.files()).containsExactly(stored);
        }
    }

    @Test
    void dropsAFileThatWasNeverCommitted() throws Exception {
        try (StagingDirectory staging = StagingDirectory.create(disk, target)) {
            try (StagedFile file = staging.create("a.csv")) {
                file.write(1);
            }
            assertThat(staging.path()).isEmptyDirectory();
            assertThat(staging.files()).isEmpty();
            try (StagedFile again = staging.create("a.csv")) {
                assertThat(again.commit(Snapshots.sha256(new byte[0])).bytes()).isZero();
            }
        }
    }

    @Test
    void createsNoFileTwice_norThroughALink() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        try (StagingDirectory staging = StagingDirectory.create(disk, target)) {
            Files.createSymbolicLink(staging.path().resolve("a.csv"), victim);
            Files.createSymbolicLink(staging.path().resolve("b.csv"), folder.resolve("dangling"));
            Files.writeString(staging.path().resolve("c.csv"), "there already");
            for (String name : new String[] {"a.csv", "b.csv", "c.csv"}) {
                assertThatThrownBy(() -> staging.create(name)).isInstanceOf(IOException.class);
            }
        }
        assertThat(victim).hasContent("precious");
        assertThat(folder.resolve("dangling")).doesNotExist();
    }

    @Test
    void takesOnlyNamesThatAreGoodEverywhere() throws Exception {
        try (StagingDirectory staging = StagingDirectory.create(disk, target)) {
            for (String name : new String[] {
                "", ".", "..", "../a", "a/b", "a\\b", ".hidden", "a..b", "a.", "a ", "a\nb", "a\u0000", "ä.csv", "-a"
            }) {
                assertThatThrownBy(() -> staging.create(name))
                        .as("name `%s`", name)
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(staging.path()).isEmptyDirectory();
        }
    }

    @Test
    void sealsNothing_whenAFileLiesThereThatWasNeverCommitted() throws Exception {
        try (StagingDirectory staging = StagingDirectory.create(disk, target)) {
            byte[] csv = Snapshots.csv("a");
            StoredFile stored;
            try (StagedFile file = staging.create("a.csv")) {
                file.write(csv);
                stored = file.commit(Snapshots.sha256(csv));
            }
            Files.createFile(staging.scratch("body.zip"));
            assertThatThrownBy(() -> staging.seal(Snapshots.descriptor("a", stored, csv, 1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is no part of the snapshot");
        }
    }

    @Test
    void takesNothingMore_onceSealed() throws Exception {
        try (StagingDirectory staging = Snapshots.staged(disk, target, "a")) {
            assertThatThrownBy(() -> staging.create("b.csv")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void losesAFile_whoseBytesTheDiskDidNotTake() throws Exception {
        Disk shortened = new ForwardingDisk() {
            @Override
            public NewFile createFile(Path file) throws IOException {
                NewFile whole = super.createFile(file);
                return new NewFile() {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        whole.write(bytes, from, length - 1);
                    }

                    @Override
                    public void force() throws IOException {
                        whole.force();
                    }

                    @Override
                    public long size() throws IOException {
                        return whole.size();
                    }

                    @Override
                    public void close() throws IOException {
                        whole.close();
                    }
                };
            }
        };
        try (StagingDirectory staging = StagingDirectory.create(shortened, target)) {
            try (StagedFile file = staging.create("a.csv")) {
                file.write(new byte[10]);
                assertThatThrownBy(() -> file.commit(Snapshots.sha256(new byte[0])))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("holds 9 bytes, 10 were written");
            }
            assertThat(staging.path()).isEmptyDirectory();
        }
    }

    @Test
    void sweepsWhatKilledRunsStaged_andNothingElse() throws Exception {
        StagingDirectory.sweep(disk, target, Optional.empty());
        StagingDirectory mine = StagingDirectory.create(disk, target);
        StagingDirectory other = StagingDirectory.create(disk, target.resolveSibling("nightly2"));
        StagingDirectory.sweep(disk, target, Optional.empty());
        assertThat(mine.path()).doesNotExist();
        assertThat(other.path()).exists();
    }

    @Test
    void sweepsNothing_ofATargetWhoseNameBeginsAlike() throws Exception {
        Path other = target.resolveSibling("nightly.staging-eu");
        try (StagingDirectory staging = StagingDirectory.create(disk, other)) {
            Path parked = Files.createDirectory(target.resolveSibling(".nightly.staging-eu.old"));
            Path left = Files.createDirectory(target.resolveSibling(".nightly.staging-0123456789abcdef"));
            Path aside = Files.createDirectory(target.resolveSibling(".nightly.staging-0123456789abcdef.aside"));

            StagingDirectory.sweep(disk, target, Optional.empty());

            assertThat(staging.path()).isDirectory();
            assertThat(parked).isDirectory();
            assertThat(left).doesNotExist();
            assertThat(aside).doesNotExist();
        }
    }

    @Test
    void followsALinkAboveTheTarget_butNotUnderItsOwnName() throws Exception {
        Path fast = Files.createDirectory(folder.resolve("fast-disk"));
        Path link = Files.createSymbolicLink(folder.resolve("target"), fast);
        try (StagingDirectory staging = StagingDirectory.create(disk, link.resolve("nightly"))) {
            assertThat(fast.resolve(staging.path().getFileName())).isDirectory();
        }
    }
}
