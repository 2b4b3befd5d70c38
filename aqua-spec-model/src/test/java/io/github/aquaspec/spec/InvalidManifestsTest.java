package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.model.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each manifest in {@code specs/invalid} says in its first line which findings it has and where; what is drawn of them
 * stands beside it, to the last character. {@code -Dgoldens=write} draws anew.
 */
class InvalidManifestsTest {

    static Stream<Path> invalid() {
        return Corpus.invalid().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void hasTheFindingsThatItsFirstLineSays(Path manifest) throws IOException {
        Loaded<JobSpec> loaded = JobSpecs.load(manifest, Corpus.displayName(manifest), Values.NONE);

        String found = loaded.diagnostics().stream()
                .map(d -> d.code().id() + " " + d.where().orElseThrow().span().from())
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(Corpus.expectation(manifest));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void isDrawnAsTheFileBesideItSays(Path manifest) throws IOException {
        Loaded<JobSpec> loaded = JobSpecs.load(manifest, Corpus.displayName(manifest), Values.NONE);
        String drawn = TextRenderer.render(loaded.diagnostics()) + "\n";

        Path golden = Corpus.golden(manifest);
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, drawn);
        }
        assertThat(golden).content().isEqualTo(drawn);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void hasATwinThatShowsTheWayOut(Path manifest) throws IOException {
        Path twin = Corpus.VALID.resolve(manifest.getFileName());

        Loaded<JobSpec> loaded = JobSpecs.load(twin);

        assertThat(loaded.value()).as("findings %s", loaded.diagnostics()).isPresent();
        assertThat(codes(loaded.diagnostics())).doesNotContainAnyElementsOf(worst(manifest));
    }

    /** The codes of the gravest findings of a manifest: what its twin is about. */
    private static List<String> worst(Path manifest) {
        List<Diagnostic> findings = JobSpecs.load(manifest).diagnostics();
        Severity gravest = findings.stream()
                .map(Diagnostic::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return codes(findings.stream().filter(d -> d.severity() == gravest).toList());
    }

    private static List<String> codes(List<Diagnostic> findings) {
        return findings.stream().map(d -> d.code().id()).toList();
    }
}
