package io.github.aquaspec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256SumsTest {

    private static final String HEX = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void writesSortedByBytes() {
        Sha256Sums sums = Sha256Sums.of(List.of(
                new StoredFile("a.csv", 1, HEX), new StoredFile("B.csv", 1, OTHER), new StoredFile("a b.csv", 1, HEX)));
        assertThat(sums.text())
                .isEqualTo(HEX.replace('a', 'b') + "  B.csv\n" + HEX + "  a b.csv\n" + HEX + "  a.csv\n");
    }

    @Test
    void readsWhatSha256sumWrites_alsoForNamesThatItEscapes() throws Exception {
        List<String> names = List.of("plain.csv", "back\\slash", "new\nline", "both\\n\n", "ümlaut 𝄞");
        for (String name : names) {
            Files.writeString(folder.resolve(name), name);
        }
        ProcessBuilder command = new ProcessBuilder("sha256sum", "--");
        command.command().addAll(names);
        Process process = command.directory(folder.toFile()).start();
        String written = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        Sha256Sums sums = Sha256Sums.parse(written);
        for (String name : names) {
            assertThat(sums.digests()).containsEntry(name, Snapshots.sha256(name.getBytes(UTF_8)));
        }
        assertThat(sums.text().lines().sorted())
                .containsExactlyElementsOf(written.lines().sorted().toList());
        assertThat(Sha256Sums.parse(sums.text()).digests()).isEqualTo(sums.digests());
    }

    @Test
    void takesBinaryMarksAndUpperCase() throws Exception {
        assertThat(Sha256Sums.parse(HEX.toUpperCase(java.util.Locale.ROOT) + " *a.csv\n")
                        .digests())
                .containsExactly(java.util.Map.entry("a.csv", HEX));
    }

    @Test
    void refusesWhatSha256sumWouldNotWrite() {
        assertRefused("", 1, "is missing");
        assertRefused("\n", 1, "is not a digest, two blanks and a name");
        assertRefused(HEX + "  a.csv", 1, "does not end");
        assertRefused(HEX + "  a\n" + HEX + "  a\n", 2, "lists a name again");
        assertRefused(HEX + "  a\n" + HEX.substring(1) + "  b\n", 2, "is not a digest, two blanks and a name");
        assertRefused(HEX + " a\n", 1, "is not a digest, two blanks and a name");
        assertRefused("\\" + HEX + "  a\\t\n", 1, "holds an unknown escape");
        assertRefused("\\" + HEX + "  a\\\n", 1, "holds an unknown escape");
        assertRefused("# comment\n", 1, "is not a digest, two blanks and a name");
    }

    private static void assertRefused(String text, int line, String what) {
        assertThatThrownBy(() -> Sha256Sums.parse(text))
                .isInstanceOf(MalformedSumsException.class)
                .hasMessage("line " + line + " " + what);
    }
}
