package io.github.aquaspec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.aquaspec.goal.CheckedSums;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotArchiveTest {

    private static final Instant TIME = Instant.parse("2026-11-23T07:08:10Z");
    private static final String DATA = "Account Ueberblick.csv";

    @TempDir
    private Path folder;

    private final Disk disk = Disk.local();
    private Path nightly;
    private Path zip;

    @BeforeEach
    void publish() throws IOException {
        nightly = folder.resolve("aqua/crm/nightly");
        zip = folder.resolve("build/data-aqua.zip");
        Files.createDirectories(nightly.getParent());
        try (StagingDirectory staging = Snapshots.staged(disk, nightly, "one", "two")) {
            new Publication(disk).publish(staging);
        }
    }

    @Test
    void unpacksToSnapshots_thatTheirSumsVerify() throws Exception {
        Path other = snapshot("other", Map.of("Ärger, viel größer.csv", "x\n1\n".getBytes(UTF_8)));

        write(Map.of("crm/nightly", nightly, "other", other));

        Path unpacked = unpack();
        CheckedSums.check(unpacked.resolve("crm/nightly"));
        CheckedSums.check(unpacked.resolve("other"));
        assertThat(unpacked.resolve("other/Ärger, viel größer.csv")).hasContent("x\n1\n");
        assertThat(unpacked.resolve("crm/nightly").resolve(DATA)).hasSameBinaryContentAs(nightly.resolve(DATA));
    }

    @Test
    void hasItsFilesSorted_andNothingElse() throws Exception {
        Path other = snapshot("other", Map.of("b.csv", new byte[1], "B.csv", new byte[1], "é.csv", new byte[1]));

        write(Map.of("other", other, "crm/nightly", nightly));

        assertThat(entries().stream().map(ZipEntry::getName))
                .containsExactly(
                        "crm/nightly/" + DATA,
                        "crm/nightly/SHA256SUMS",
                        "crm/nightly/datapackage.json",
                        "other/B.csv",
                        "other/SHA256SUMS",
                        "other/b.csv",
                        "other/é.csv");
    }

    @Test
    void isTheSameBytes_inEveryTimeZone_whateverTheFilesAreDated() throws Exception {
        TimeZone here = TimeZone.getDefault();
        Set<String> digests = new HashSet<>();
        try {
            for (String zone : List.of("UTC", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                Files.setLastModifiedTime(nightly.resolve(DATA), FileTime.from(Instant.ofEpochSecond(digests.size())));
                Files.deleteIfExists(zip);
                write(Map.of("crm/nightly", nightly));
                digests.add(CheckedSums.sha256(zip));
            }
        } finally {
            TimeZone.setDefault(here);
        }

        assertThat(digests).hasSize(1);
        assertThat(entries())
                .allMatch(e -> e.getTimeLocal().equals(LocalDateTime.parse("2026-11-23T07:08:10")))
                .allMatch(e -> e.getExtra() == null);
        new SnapshotArchive(disk, TIME.plusSeconds(2)).write(zip, Map.of("crm/nightly", nightly));
        assertThat(digests).doesNotContain(CheckedSums.sha256(zip));
    }

    @Test
    void storesWhatIsCompressedAlready_andCompressesTheRest() throws Exception {
        Path gzip = snapshot("gzip", Map.of("a.csv.gz", gzip("x".repeat(10_000)), "b.csv", new byte[10_000]));

        write(Map.of("gzip", gzip));

        assertThat(entries().stream().map(e -> e.getName() + " " + e.getMethod()))
                .containsExactly(
                        "gzip/SHA256SUMS " + ZipEntry.DEFLATED,
                        "gzip/a.csv.gz " + ZipEntry.STORED,
                        "gzip/b.csv " + ZipEntry.DEFLATED);
        assertThat(entries().get(2).getCompressedSize()).isLessThan(100);
        CheckedSums.check(unpack().resolve("gzip"));
    }

    /** Anybody may read the files, whoever unpacks them; Zip64 is nothing that a small zip needs. */
    @Test
    void hasOneModeForAll_andNoZip64() throws Exception {
        write(Map.of("crm/nightly", nightly));

        String bytes = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
        int entry = 0;
        for (int count = 0; count < 3; count++) {
            entry = bytes.indexOf("PK\1\2", entry + 1);
            assertThat(bytes.charAt(entry + 5)).as("made by Unix").isEqualTo((char) 3);
            assertThat(bytes.charAt(entry + 6)).as("version needed").isEqualTo((char) 20);
            assertThat(bytes.charAt(entry + 40) | bytes.charAt(entry + 41) << 8).isEqualTo(0100644);
        }
        assertThat(bytes).doesNotContain("PK\6\6");
    }

    @Test
    void refusesAFile_thatChangesWhileItIsCopied_andLeavesTheZipBefore() throws Exception {
        write(Map.of("crm/nightly", nightly));
        String before = CheckedSums.sha256(zip);
        Disk changing = new ForwardingDisk() {
            @Override
            public InputStream read(Path file) throws IOException {
                if (file.endsWith(DATA)) {
                    Files.writeString(file, "Account.Name\none\nsix\n");
                }
                return super.read(file);
            }
        };

        assertThatThrownBy(() -> new SnapshotArchive(changing, TIME.plusSeconds(2)).write(zip, Map.of("x", nightly)))
                .isInstanceOfSatisfying(
                        ChangedFileException.class, e -> assertThat(e.file()).isEqualTo(nightly.resolve(DATA)));
        assertThat(zip.getParent()).isDirectoryContaining(zip::equals);
        assertThat(CheckedSums.sha256(zip)).isEqualTo(before);
        assertThat(disk.list(zip.getParent())).containsExactly(zip);
    }

    @Test
    void refusesSums_thatAreNone() throws Exception {
        Files.writeString(nightly.resolve("SHA256SUMS"), "what?\n");

        assertThatThrownBy(() -> write(Map.of("crm/nightly", nightly))).isInstanceOf(ChangedFileException.class);
        assertThat(zip).doesNotExist();
    }

    /** Whoever unpacks it would write beside its folder; and what is read would be no part of the snapshot. */
    @ParameterizedTest
    @ValueSource(strings = {"../evil.csv", "/etc/hostname", "a/b.csv", ".hidden"})
    void refusesSums_thatLeadElsewhere(String name) throws Exception {
        Files.writeString(nightly.resolveSibling("evil.csv"), "x\n1\n");
        String sum = CheckedSums.sha256(nightly.resolveSibling("evil.csv"));
        Files.writeString(nightly.resolve("SHA256SUMS"), sum + "  " + name + "\n");

        assertThatThrownBy(() -> write(Map.of("crm/nightly", nightly)))
                .isInstanceOfSatisfying(
                        ChangedFileException.class, e -> assertThat(e.file()).isEqualTo(nightly.resolve("SHA256SUMS")));
        assertThat(zip).doesNotExist();
    }

    @Test
    void leavesAZipOfTheSameBytesAlone_andReplacesAnother() throws Exception {
        write(Map.of("crm/nightly", nightly));
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(zip, old);
        write(Map.of("crm/nightly", nightly));
        assertThat(Files.getLastModifiedTime(zip)).isEqualTo(old);

        write(Map.of("nightly", nightly));
        assertThat(entries().get(0).getName()).isEqualTo("nightly/" + DATA);
    }

    /** What was encrypted stays with its owner; what others may read, they may read in the zip too. */
    @Test
    void letsNobodyElseOpenWhatTheyMayNotOpenInASnapshot() throws Exception {
        assumeTrue(disk.list(nightly)
                .get(0)
                .getFileSystem()
                .supportedFileAttributeViews()
                .contains("posix"));
        write(Map.of("crm/nightly", nightly));
        assertThat(rights(zip)).isEqualTo(rights(nightly.resolve(DATA))).isNotEqualTo("rw-------");
        Files.delete(zip);

        Files.setPosixFilePermissions(nightly.resolve(DATA), PosixFilePermissions.fromString("rw-------"));
        write(Map.of("crm/nightly", nightly));

        assertThat(rights(zip)).isEqualTo("rw-------");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void isNotDisturbed_byWhatAnotherBuildIsWriting() throws Exception {
        Files.createDirectories(zip.getParent());
        Path half = folder.resolve("build/.data-aqua.zip.part");
        Files.writeString(half, "half");

        write(Map.of("crm/nightly", nightly));

        assertThat(disk.list(zip.getParent())).containsExactlyInAnyOrder(zip, half);
        assertThat(half).hasContent("half");
        assertThat(entries()).hasSize(3);
    }

    /** Over 4 GiB a zip is another format, read here by the JDK. The short form is that nothing small is. */
    @Test
    @EnabledIfSystemProperty(named = "aqua.proof", matches = "true")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void holdsFilesOver4GiB_storedAndCompressed() throws Exception {
        Path large = Files.createDirectories(folder.resolve("large"));
        long bytes = (4L << 30) + 7;
        List<StoredFile> files = new ArrayList<>();
        for (String name : List.of("a.csv", "b.csv.gz")) {
            try (RandomAccessFile file =
                    new RandomAccessFile(large.resolve(name).toFile(), "rw")) {
                file.setLength(bytes);
            }
            files.add(StoredFile.read(disk, large.resolve(name)));
        }
        Files.writeString(large.resolve("SHA256SUMS"), Sha256Sums.of(files).text());

        try {
            write(Map.of("large", large));
            assertHolds(files);
        } finally {
            // whoever looks through what tests leave reads files whole
            Files.deleteIfExists(zip);
            for (StoredFile file : files) {
                Files.delete(large.resolve(file.name()));
            }
        }
    }

    private void assertHolds(List<StoredFile> files) throws IOException {
        try (ZipFile read = new ZipFile(zip.toFile())) {
            for (StoredFile file : files) {
                ZipEntry entry = read.getEntry("large/" + file.name());
                assertThat(entry.getSize()).isEqualTo(file.bytes());
                MessageDigest digest = Sha256.digest();
                read.getInputStream(entry).transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                assertThat(Sha256.hex(digest)).isEqualTo(file.sha256());
            }
        }
    }

    private void write(Map<String, Path> snapshots) throws IOException {
        new SnapshotArchive(disk, TIME).write(zip, snapshots);
    }

    private Path snapshot(String name, Map<String, byte[]> files) throws IOException {
        Path snapshot = Files.createDirectories(folder.resolve("aqua").resolve(name));
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
            Files.write(snapshot.resolve(file.getKey()), file.getValue());
            sums.append(Snapshots.sha256(file.getValue()))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        Files.writeString(snapshot.resolve("SHA256SUMS"), sums);
        return snapshot;
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private List<ZipEntry> entries() throws IOException {
        try (ZipFile read = new ZipFile(zip.toFile())) {
            return read.stream().<ZipEntry>map(e -> e).toList();
        }
    }

    /** As a stream, by the headers before each file: not by the directory behind them, as {@link #entries()}. */
    private Path unpack() throws IOException {
        Path unpacked = folder.resolve("unpacked");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        return unpacked;
    }
}
