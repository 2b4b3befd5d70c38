package io.github.aquaspec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCheckTest {

    private static final String DATA = "Account Ueberblick.csv";

    @TempDir
    private Path folder;

    private final Disk disk = Disk.local();
    private Path target;

    @BeforeEach
    void publish() throws IOException {
        target = folder.resolve("nightly");
        try (StagingDirectory staging = Snapshots.staged(disk, target, "one", "two")) {
            new Publication(disk).publish(staging);
        }
    }

    @Test
    void findsNothing_inWhatWasPublished() throws Exception {
        SnapshotCheck.Result result = check();
        assertThat(result.findings()).isEmpty();
        assertThat(result.isComplete()).isTrue();
        assertThat(result.descriptor()).get().extracting(DataPackage::name).isEqualTo("crm/nightly");
    }

    @Test
    void findsAnyChangedByte_ofAnyFile() throws Exception {
        for (Path file : disk.list(target)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at < bytes.length; at++) {
                byte[] changed = bytes.clone();
                changed[at] ^= 0x20;
                Files.write(file, changed);
                // Hex digits may be written in upper case.
                boolean sameMeaning =
                        file.endsWith("SHA256SUMS") && Character.isLetter(bytes[at]) && column(bytes, at) < 64;
                assertThat(check().isComplete()).as("byte %d of %s", at, file).isEqualTo(sameMeaning);
            }
            Files.write(file, bytes);
        }
    }

    private static int column(byte[] bytes, int at) {
        return new String(bytes, 0, at, UTF_8).length() - new String(bytes, 0, at, UTF_8).lastIndexOf('\n') - 1;
    }

    @Test
    void findsAMissingFile() throws Exception {
        Files.delete(target.resolve(DATA));
        assertThat(check().findings())
                .containsExactly(
                        new Finding.Missing(DATA, "SHA256SUMS"), new Finding.Missing(DATA, "datapackage.json"));
        Files.delete(target.resolve("datapackage.json"));
        Files.delete(target.resolve("SHA256SUMS"));
        assertThat(check().findings())
                .containsExactly(
                        new Finding.Missing("SHA256SUMS", "every snapshot"),
                        new Finding.Missing("datapackage.json", "every snapshot"));
    }

    @Test
    void findsAFileThatNobodyNames() throws Exception {
        Files.writeString(target.resolve("extra.csv"), "x");
        assertThat(check().findings())
                .containsExactly(
                        new Finding.Unlisted("extra.csv", "SHA256SUMS"),
                        new Finding.Unlisted("extra.csv", "datapackage.json"));
    }

    @Test
    void findsWhatIsNoFile_andReadsThroughNoLink() throws Exception {
        Path elsewhere = Files.move(target.resolve(DATA), folder.resolve("moved.csv"));
        Files.createSymbolicLink(target.resolve(DATA), elsewhere);
        assertThat(check().findings())
                .containsExactly(
                        new Finding.NotAFile(DATA),
                        new Finding.Missing(DATA, "SHA256SUMS"),
                        new Finding.Missing(DATA, "datapackage.json"));
    }

    @Test
    void trustsNoNumberOfTheDescriptor_evenWhenTheSumsAgree() throws Exception {
        byte[] data = Files.readAllBytes(target.resolve(DATA));
        rewrite("\"aqua:recordCount\": 2", "\"aqua:recordCount\": 3");
        assertThat(check().findings()).containsExactly(new Finding.NumberDiffers(DATA, "aqua:recordCount", 3, 2));
        rewrite("\"aqua:recordCount\": 3", "\"aqua:recordCount\": 2");
        rewrite("\"bytes\": " + data.length, "\"bytes\": 7");
        assertThat(check().findings()).containsExactly(new Finding.NumberDiffers(DATA, "bytes", 7, data.length));
        rewrite("\"bytes\": 7", "\"bytes\": " + data.length);
        rewrite("\"aqua:contentBytes\": " + data.length, "\"aqua:contentBytes\": 7");
        assertThat(check().findings())
                .containsExactly(new Finding.NumberDiffers(DATA, "aqua:contentBytes", 7, data.length));
        rewrite("\"aqua:contentBytes\": 7", "\"aqua:contentBytes\": " + data.length);
        rewrite("\"name\": \"Account.Name\"", "\"name\": \"Name\"");
        assertThat(check().findings()).containsExactly(new Finding.ColumnsDiffer(DATA));
        rewrite("\"name\": \"Name\"", "\"name\": \"Account.Name\"");
        String right = Snapshots.sha256(data);
        String wrong = "0".repeat(64);
        rewrite("sha256:" + right, "sha256:" + wrong);
        assertThat(check().findings())
                .containsExactly(new Finding.DigestDiffers(DATA, "datapackage.json", wrong, right));
        rewrite("sha256:" + wrong, "sha256:" + right);
        rewrite("\"aqua:contentSha256\": \"" + right, "\"aqua:contentSha256\": \"" + wrong);
        assertThat(check().findings())
                .containsExactly(
                        new Finding.DigestDiffers(DATA, "datapackage.json (aqua:contentSha256)", wrong, right));
        rewrite("\"aqua:contentSha256\": \"" + wrong, "\"aqua:contentSha256\": \"" + right);
        assertThat(check().isComplete()).isTrue();
    }

    @Test
    void saysWhyTheDescriptorOrTheSumsCannotBeRead() throws Exception {
        rewrite("\"aqua:jobId\"", "\"jobId\"");
        assertThat(check().findings())
                .containsExactly(new Finding.Unreadable("datapackage.json", "`aqua:jobId` is missing"));
        assertThat(check().descriptor()).isEmpty();
        Files.writeString(target.resolve("SHA256SUMS"), "what?\n");
        assertThat(check().findings().get(0))
                .isEqualTo(new Finding.Unreadable("SHA256SUMS", "line 1 is not a digest, two blanks and a name"));
    }

    @Test
    void saysWhyAFileCannotBeCounted() throws Exception {
        SnapshotCheck check = new SnapshotCheck(disk, file -> new SnapshotCheck.NotSound("a quote is open"));
        List<Finding> findings = check.check(target).findings();
        assertThat(findings).containsExactly(new Finding.Uncountable(DATA, "a quote is open"));
        assertThat(findings.get(0).sentence()).isEqualTo("`" + DATA + "` cannot be counted: a quote is open");
    }

    @Test
    void readsNoDataFileAgain_thatWasCounted() throws Exception {
        List<String> read = new ArrayList<>();
        Disk watched = new ForwardingDisk() {
            @Override
            public InputStream read(Path file) throws IOException {
                read.add(file.getFileName().toString());
                return super.read(file);
            }
        };

        assertThat(new SnapshotCheck(watched, SnapshotCheckTest::count)
                        .check(target)
                        .isComplete())
                .isTrue();

        assertThat(read).contains("SHA256SUMS", "datapackage.json").doesNotContain(DATA);
    }

    private SnapshotCheck.Result check() throws IOException {
        return new SnapshotCheck(disk, SnapshotCheckTest::count).check(target);
    }

    /** Good for cells without newlines, which is all that these snapshots hold. */
    private static SnapshotCheck.Count count(Path file) throws IOException {
        byte[] csv = Files.readAllBytes(file);
        List<String> lines = new String(csv, UTF_8).lines().toList();
        return new SnapshotCheck.Counted(
                StoredFile.read(Disk.local(), file),
                List.of(lines.get(0)),
                new DataPackage.Content(csv.length, Snapshots.sha256(csv), lines.size() - 1));
    }

    /** Changes the descriptor and brings the sums up to date, as a careful forger would. */
    private void rewrite(String from, String to) throws IOException {
        Path descriptor = target.resolve("datapackage.json");
        String json = Files.readString(descriptor);
        assertThat(json).contains(from);
        Files.writeString(descriptor, json.replace(from, to));
        TreeMap<String, StoredFile> files = new TreeMap<>();
        for (String name : List.of(DATA, "datapackage.json")) {
            files.put(name, StoredFile.read(disk, target.resolve(name)));
        }
        Files.writeString(
                target.resolve("SHA256SUMS"), Sha256Sums.of(files.values()).text());
    }
}
