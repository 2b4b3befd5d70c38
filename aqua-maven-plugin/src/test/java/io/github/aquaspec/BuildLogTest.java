package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {

    private static final String GOOD = "[INFO] Scanning for projects...\n[INFO] one\n[INFO] BUILD SUCCESS\n";
    private static final String BAD = "[INFO] Scanning for projects...\n[ERROR] why\n[INFO] BUILD FAILURE\n";

    @TempDir
    Path folder;

    @Test
    void givesEachBuildsPart() throws IOException {
        write("before\n" + GOOD + BAD, "invoker.goals.1=a\ninvoker.goals.2=b\ninvoker.buildResult.2=failure\n");

        assertThat(BuildLog.builds(folder)).containsExactly(GOOD, BAD);
        assertThat(BuildLog.text(folder)).isEqualTo("before\n" + GOOD + BAD);
    }

    @Test
    void knowsAFailure_asMaven310TellsIt() throws IOException {
        String bad = BAD.replace("[INFO] BUILD", "[ERROR] BUILD");
        write(bad, "invoker.buildResult=failure\n");

        assertThat(BuildLog.text(folder)).isEqualTo(bad);
    }

    @Test
    void tellsWhatMavenSaid_whenABuildFailedThatShouldNot() throws IOException {
        write(BAD, "invoker.goals.1=a\ninvoker.goals.2=b\n");

        assertThatThrownBy(() -> BuildLog.text(folder))
                .isInstanceOf(AssertionError.class)
                .hasMessage("builds ended with [FAILURE] instead of [SUCCESS, SUCCESS]:\n" + BAD);
    }

    @Test
    void fails_whenABuildWentWellThatShouldNot() throws IOException {
        write(GOOD, "invoker.buildResult=failure\n");

        assertThatThrownBy(() -> BuildLog.text(folder)).hasMessageContaining("[SUCCESS] instead of [FAILURE]");
    }

    @Test
    void fails_whenABuildIsMissing() throws IOException {
        Files.writeString(folder.resolve("build.log"), "[ERROR] no such option\n");

        assertThatThrownBy(() -> BuildLog.text(folder)).hasMessageContaining("[] instead of [SUCCESS]");
    }

    private void write(String log, String properties) throws IOException {
        Files.writeString(folder.resolve("build.log"), log);
        Files.writeString(folder.resolve("invoker.properties"), properties);
    }
}
