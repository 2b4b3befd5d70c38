package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.plan.RequestBody;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.JobSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifest reference shows is true. */
class ManifestPageTest {

    private static final Path PAGE = Path.of("..", "docs", "manifest.md");

    private static final Pattern SAMPLE =
            Pattern.compile("(?ms)^```(yaml|json)\\R(.*?)^```\\R(?:\\RFinds ((?:AQ\\d{3}(?:, )?)+))?");

    /** One sample, and the errors and warnings that the text names behind it. */
    private record Sample(String name, String text, Set<String> codes) {}

    static Stream<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        Matcher sample = SAMPLE.matcher(page());
        while (sample.find()) {
            Set<String> codes = sample.group(3) == null
                    ? Set.of()
                    : new TreeSet<>(Arrays.asList(sample.group(3).split(", ")));
            samples.add(new Sample("sample." + sample.group(1), sample.group(2), codes));
        }
        return samples.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachSampleHasExactlyTheFindingsThatTheTextNames(Sample sample) {
        Loaded<JobSpec> loaded = JobSpecs.parse(sample.name(), sample.text());

        assertThat(loaded.diagnostics().stream()
                        .filter(d -> d.severity() != Severity.NOTE)
                        .map(d -> d.code().id())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(sample.codes());
    }

    @Test
    void thereAreSamplesOfBothKinds() {
        assertThat(samples().filter(s -> s.codes().isEmpty())).hasSizeGreaterThan(6);
        assertThat(samples().filter(s -> !s.codes().isEmpty())).hasSizeGreaterThan(4);
    }

    @Test
    void theDefaultsAreThoseOfTheRequest() {
        JobSpec smallest = JobSpecs.parse("a.yaml", "queries: [{query: select Id from Account}]")
                .value()
                .orElseThrow();

        assertThat(RequestBody.of(smallest))
                .contains("\"" + defaultOf("format") + "\"")
                .contains("\"" + defaultOf("version") + "\"")
                .contains("\"" + defaultOf("encrypted") + "\"")
                .contains("\"" + defaultOf("type") + "\"");
        assertThat(smallest.timeout()).hasToString(defaultOf("timeout"));
    }

    private static String defaultOf(String key) {
        Matcher row = Pattern.compile("(?m)^\\| `" + key + "` \\| \\S+ \\| [^|]+ \\| `([^`]+)` \\|")
                .matcher(page());
        assertThat(row.find()).as(key).isTrue();
        return row.group(1);
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
