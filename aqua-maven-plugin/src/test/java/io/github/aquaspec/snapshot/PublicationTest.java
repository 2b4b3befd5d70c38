package io.github.aquaspec.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    @TempDir
    private Path folder;

    private final Disk disk = Disk.local();

    @Test
    void sha256sumAcceptsWhatWasPublished() throws Exception {
        Path target = folder.resolve("aqua/crm/nightly");
        publish(target, "one");
        publish(target, "two", "three");

        assertThat(target.getParent())
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
        assertThat(target.resolve("Account Ueberblick.csv")).hasBinaryContent(Snapshots.csv("two", "three"));
        Process sums = new ProcessBuilder("sha256sum", "-c", "--strict", "SHA256SUMS")
                .directory(target.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(sums.getInputStream().readAllBytes());
        assertThat(sums.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(sums.exitValue()).as(said).isZero();
        assertThat(said).contains("Account Ueberblick.csv: OK", "datapackage.json: OK");
        assertThat(Files.list(target)).hasSize(3);
    }

    private void publish(Path target, String... values) throws Exception {
        try (StagingDirectory staging = Snapshots.staged(disk, target, values)) {
            new Publication(disk).publish(staging);
        }
    }
}
