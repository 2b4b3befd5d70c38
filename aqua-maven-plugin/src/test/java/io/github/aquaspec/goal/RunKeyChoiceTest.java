package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names the run of a build. */
class RunKeyChoiceTest {

    private final List<Diagnostic> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "GITHUB_RUN_ID,GITHUB_JOB",
        "CI_PIPELINE_ID,CI_JOB_NAME",
        "BUILD_BUILDID,SYSTEM_JOBNAME",
        "CIRCLE_WORKFLOW_ID,CIRCLE_JOB",
        "BUILDKITE_BUILD_ID,BUILDKITE_LABEL",
        "TRAVIS_BUILD_ID,TRAVIS_JOB_NAME",
        "BUILD_TAG,JOB_NAME"
    })
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
