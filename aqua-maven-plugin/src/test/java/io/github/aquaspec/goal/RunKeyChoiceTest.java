package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names the run of a build. */
class RunKeyChoiceTest {

    private final List<Diagnostic> problems = new ArrayList<>();

    /** As docs/reliability.md lists them. */
    static Stream<Arguments> systems() throws IOException {
        return Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| `([A-Z_]+)` \\|$")
                .matcher(Files.readString(Path.of("..", "docs", "reliability.md")))
                .results()
                .map(row -> Arguments.of(row.group(1), row.group(2)));
    }

    @Test
    void isThatOfACiSystem_outOfSeven() throws IOException {
        assertThat(systems()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void isTheRunAndTheJob_ofTheCiSystem(String run, String job) {
        assertThat(found(null, Map.of(run, "8123", job, "nightly snapshot"), false))
                .contains(new RunKeyChoice.Found("8123-nightly snapshot", run + ", " + job));
        assertThat(found(null, Map.of(run, "8123"), false)).as("both or none").isEmpty();
    }

    @Test
    void isWhatTheBuildSays_beforeAllElse() {
        assertThat(found(" 42 ", Map.of("GITHUB_RUN_ID", "1", "GITHUB_JOB", "j"), true))
                .contains(new RunKeyChoice.Found("42", "aqua.runKey"));
    }

    @Test
    void isRandom_elsewhere_andForAnEmulatorOfTheBuild() {
        assertThat(found(null, Map.of(), false)).isEmpty();
        assertThat(found("", Map.of("GITHUB_RUN_ID", "1", "GITHUB_JOB", "j"), true))
                .isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "näme", "\u001b[2J"})
    void isRefused_whenItCannotBeShown(String key) {
        assertThat(found(key, Map.of(), false)).isEmpty();
        assertThat(problems).extracting(d -> d.code().id()).containsExactly("AQ510");
    }

    @Test
    void isHarmless_whateverTheCiSystemSays() {
        assertThat(found(null, Map.of("GITHUB_RUN_ID", "1\n::set-output", "GITHUB_JOB", "x".repeat(500)), false))
                .get()
                .satisfies(key ->
                        assertThat(key.key()).startsWith("1_::set-output-x").hasSize(200));
    }

    private Optional<RunKeyChoice.Found> found(String given, Map<String, String> environment, boolean local) {
        return new RunKeyChoice(given, environment::get).find(local, problems);
    }
}
