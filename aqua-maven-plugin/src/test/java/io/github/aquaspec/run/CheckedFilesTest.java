package io.github.aquaspec.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.verify.cell.CellChecks;
import io.github.aquaspec.verify.cell.CellFinding;
import io.github.aquaspec.verify.cell.CellRules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedFilesTest {

    private static final CellRules UNIQUE = new CellRules(false, Set.of(), Set.of("Id"), Optional.empty(), "");

    @TempDir
    private Path folder;

    @Test
    void holdsOneFileInMemory_howeverManyTheQueryHas() throws IOException {
        Path aside = folder.resolve("aside");
        try (CheckedFiles files = new CheckedFiles(Disk.local(), UNIQUE, aside)) {
            keep(files, "one.csv", "Id\na\nb\n");
            assertThat(aside).as("one is kept in memory").doesNotExist();

            keep(files, "two.csv", "Id\nc\na\n");
            assertThat(aside).isNotEmptyDirectory();
            assertThat(files.findings())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CellFinding.Repeated.class,
                            repeated -> assertThat(repeated.count()).isEqualTo(1));
        }
        assertThat(aside).isEmptyDirectory();
    }

    @Test
    void forgetsAFile_thatWasTriedAgain() throws IOException {
        try (CheckedFiles files = new CheckedFiles(Disk.local(), UNIQUE, folder.resolve("aside"))) {
            write(files, "one.csv", "Id\na\na\n");
            keep(files, "one.csv", "Id\na\nb\n");

            assertThat(files.findings()).isEmpty();
        }
    }

    private static void keep(CheckedFiles files, String name, String csv) throws IOException {
        files.keep(write(files, name, csv));
    }

    private static CellChecks write(CheckedFiles files, String name, String csv) throws IOException {
        CellChecks cells = files.begin(name, OutputStream.nullOutputStream());
        cells.output().write(csv.getBytes(UTF_8));
        cells.finish();
        return cells;
    }
}
