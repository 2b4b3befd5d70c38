package io.github.aquaspec.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.snapshot.Disk;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledValuesTest {

    @TempDir
    private Path output;

    @Test
    void givesEachPartBack_asItWasWritten_andNothingOfThose_thatWereNot() throws IOException {
        try (SpilledValues values = new SpilledValues(Disk.local(), output.resolve("aside"), "a.csv-0")) {
            append(values, 3, "one");
            append(values, 7, "other");
            append(values, 3, "two");

            assertThat(values.read(3)).hasContent("onetwo");
            assertThat(values.read(7)).hasContent("other");
            assertThat(values.read(4)).isEmpty();
        }
    }

    @Test
    void leavesNothing_whenItIsClosed_andTouchesNothingOfOthers() throws IOException {
        Path aside = output.resolve("aside");
        try (SpilledValues others = new SpilledValues(Disk.local(), aside, "a.csv-1")) {
            append(others, 3, "others");
            try (SpilledValues values = new SpilledValues(Disk.local(), aside, "a.csv-0")) {
                append(values, 3, "mine");
            }

            assertThat(aside.resolve("a.csv-0-3")).doesNotExist();
            assertThat(others.read(3)).hasContent("others");
        }
    }

    @Test
    void makesNoFolder_whereNothingComes() throws IOException {
        new SpilledValues(Disk.local(), output.resolve("aside"), "a.csv-0").close();

        assertThat(output).isEmptyDirectory();
    }

    private static void append(SpilledValues values, int part, String text) throws IOException {
        values.append(part, text.getBytes(UTF_8), text.length());
    }
}
