package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesBelowTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("deep"), "x");
        Files.writeString(folder.resolve("z"), "x");
    }

    @Test
    void areAll_howeverDeep() throws IOException {
        assertThat(FilesBelow.of(folder)).containsExactly(folder.resolve("a/b/deep"), folder.resolve("z"));
        assertThat(FilesBelow.of(folder.resolve("gone"))).isEmpty();
    }

    @Test
    void areFound_whileOthersDelete() throws IOException {
        Disk whileOthersDelete = new ForwardingDisk() {

            @Override
            public List<Path> list(Path directory) throws IOException {
                Path file = Files.createFile(directory.resolve(".part"));
                List<Path> listed = super.list(directory);
                Files.delete(file);
                return listed;
            }
        };

        assertThat(new FilesBelow(whileOthersDelete).in(folder))
                .containsExactly(folder.resolve("a/b/deep"), folder.resolve("z"));
    }
}
