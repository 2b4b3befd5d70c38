package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.WindowRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The window of a job: open in what is loaded, filled in by a run. */
class WindowTest {

    private static final WindowRange DAY =
            new WindowRange(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T10:20:30Z"));

    @Test
    void staysOpen_untilARunFillsItIn() {
        JobSpec job =
                job("select Id from Account where UpdatedDate >= '${window.from}' and UpdatedDate < ${window.to}");

        assertThat(job.usesWindow()).isTrue();
        assertThat(query(job))
                .isEqualTo(
                        "select Id from Account where UpdatedDate >= '${window.from}' and UpdatedDate < ${window.to}");
        assertThat(query(job.in(DAY)))
                .isEqualTo("select Id from Account where UpdatedDate >= '2026-01-01T00:00:00Z'"
                        + " and UpdatedDate < '2026-01-02T10:20:30Z'");
        assertThat(job.in(DAY).usesWindow()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'${window.to}'", "\"${window.to}\"", "${window.to}"})
    void takesTheQuotesDirectlyRoundIt(String end) {
        JobSpec job = job("select Id from Account where UpdatedDate<" + end + " and Name = 'x'");

        assertThat(query(job.in(DAY)))
                .isEqualTo("select Id from Account where UpdatedDate<'2026-01-02T10:20:30Z' and Name = 'x'");
    }

    @Test
    void isOnlyFilledIn_whereTheManifestHasIt() {
        JobSpec job = job("select Id from Account where UpdatedDate < ${window.to} and Name = '$${window.to}'");

        assertThat(query(job.in(DAY)))
                .isEqualTo("select Id from Account where UpdatedDate < '2026-01-02T10:20:30Z'"
                        + " and Name = '${window.to}'");
    }

    @Test
    void isNeverPartOfAParam() {
        JobSpec job = JobSpecs.parse("a.yaml", """
                        window: {initial: "2020-01-01T00:00:00Z"}
                        params: {a: {type: text, default: x}}
                        queries:
                          - query: select Id from Account where UpdatedDate < ${window.to} and Name = ${param.a}
                        """, ValuesTest.params("a", "${window.to}"))
                .value()
                .orElseThrow();

        assertThat(query(job.in(DAY))).endsWith("Name = '${window.to}'");
    }

    @Test
    void changesNothing_whereNoQueryAsksForIt() {
        JobSpec job = job("select Id from Account");

        assertThat(job.usesWindow()).isFalse();
        assertThat(job.in(DAY)).isEqualTo(job);
    }

    @Test
    void hasALagOfTwoHours_andNoOverlap_whenTheManifestIsSilent() {
        JobSpec job = job("select Id from Account where UpdatedDate < ${window.to}");

        assertThat(job.window().orElseThrow().initial()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(job.window().orElseThrow().lag()).isEqualTo(Duration.ofHours(2));
        assertThat(job.window().orElseThrow().overlap()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00Z,2020-01-01T00:00:00Z",
        "2020-01-02T00:00:00Z,2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00.5Z,2020-01-02T00:00:00Z",
        "2020-01-01T00:00:00Z,2020-01-02T00:00:00.001Z"
    })
    void cannotBeBuilt_whenItIsEmptyOrNotInWholeSeconds(Instant from, Instant to) {
        assertThatThrownBy(() -> new WindowRange(from, to)).isInstanceOf(IllegalArgumentException.class);
    }

    private static JobSpec job(String query) {
        Loaded<JobSpec> loaded = JobSpecs.parse(
                "a.yaml",
                "window: {initial: \"2020-01-01T00:00:00Z\"}\nqueries:\n  - query: >-\n      " + query + "\n");
        return loaded.value().orElseThrow(() -> new AssertionError(loaded.diagnostics()));
    }

    private static String query(JobSpec job) {
        return job.queries().get(0).query();
    }
}
