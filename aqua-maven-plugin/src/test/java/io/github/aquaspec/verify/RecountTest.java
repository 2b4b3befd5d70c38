package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecountTest {

    private static final byte[] TABLE = "A,B\n1,\"2\n3\"\n4,5\n".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final Recount recount = new Recount(Limits.DEFAULT);

    @Test
    void countsPlainAndCompressedFilesAlike() throws Exception {
        Path plain = Files.write(folder.resolve("a.csv"), TABLE);
        Path gzip = Files.write(folder.resolve("a.csv.gz"), Wrapping.gzip(TABLE));
        assertThat(recount.count(plain).records()).isEqualTo(2);
        assertThat(recount.count(gzip).records()).isEqualTo(2);
        assertThat(recount.count(gzip).sha256()).isEqualTo(recount.count(plain).sha256());
        assertThat(recount.count(gzip).servedBytes()).isEqualTo(Files.size(gzip));
    }

    @Test
    void fails_whenTheFileIsDamaged() throws Exception {
        byte[] cut = java.util.Arrays.copyOf(TABLE, TABLE.length - 2);
        cut[cut.length - 1] = '"';
        Path file = Files.write(folder.resolve("a.csv"), cut);
        assertThatThrownBy(() -> recount.count(file)).isInstanceOf(CorruptFileException.class);
    }

    @Test
    void refusesALink() throws Exception {
        Path file = Files.write(folder.resolve("a.csv"), TABLE);
        Path link = Files.createSymbolicLink(folder.resolve("b.csv"), file);
        assertThatThrownBy(() -> recount.count(link)).isInstanceOf(IOException.class);
    }
}
