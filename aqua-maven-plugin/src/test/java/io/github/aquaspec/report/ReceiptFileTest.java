package io.github.aquaspec.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.snapshot.Victims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptFileTest {

    @TempDir
    private Path folder;

    @Test
    void replaces_whatWasThere_andLeavesNothingElse() throws IOException {
        Path path = folder.resolve("crm/nightly/run.json");

        new ReceiptFile(path).write("one".getBytes(UTF_8));
        new ReceiptFile(path).write("two".getBytes(UTF_8));

        assertThat(path).hasContent("two");
        assertThat(names(path.getParent())).containsExactly("run.json");
    }

    @Test
    void replacesALink_andNeverFollowsIt() throws IOException {
        Victims victims = Victims.in(folder.resolve("elsewhere"));
        Map<String, String> before = victims.content();
        Path path = Files.createDirectories(folder.resolve("a")).resolve("run.json");
        for (Path victim : victims.all()) {
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, victim);

            new ReceiptFile(path).write("one".getBytes(UTF_8));

            assertThat(Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
            assertThat(victims.content()).isEqualTo(before);
        }
    }

    @Test
    void writesWhereALinkedFolderLeads_forAUserMayKeepReportsElsewhere() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("reports"), elsewhere);

        new ReceiptFile(folder.resolve("reports/run.json")).write("one".getBytes(UTF_8));

        assertThat(elsewhere.resolve("run.json")).hasContent("one");
    }

    @Test
    void fails_andLeavesNoPart_whenAFolderStandsThere() throws IOException {
        Path path = folder.resolve("run.json");
        Files.createDirectories(path.resolve("full"));

        assertThatThrownBy(() -> new ReceiptFile(path).write("one".getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run.json");
        assertThat(names(folder)).containsExactly("run.json");
    }

    @Test
    void fails_whenAFileStandsWhereAFolderShould() throws IOException {
        Files.writeString(folder.resolve("a"), "a file");

        assertThatThrownBy(() -> new ReceiptFile(folder.resolve("a/run.json")).write(new byte[0]))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("a")).hasContent("a file");
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
