package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.JobSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Request bodies of Zuora's documentation, byte for byte. */
class ZuoraBodiesTest {

    /** Notes are counted, not shown. */
    private static final int MOST_NOTES = 6;

    static Stream<Path> bodies() {
        return Corpus.valid().stream()
                .filter(file -> file.getFileName().toString().startsWith("zuora-"));
    }

    @Test
    void thereIsOneForEachRequestInTheDocumentation() {
        assertThat(bodies()).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aPasteWorks_andSaysLittle(Path body) {
        Loaded<JobSpec> loaded = JobSpecs.load(body);

        assertThat(loaded.value()).isPresent();
        List<Diagnostic> shown = loaded.diagnostics().stream()
                .filter(d -> d.severity() != Severity.NOTE)
                .toList();
        assertThat(shown).isEmpty();
        assertThat(loaded.diagnostics()).hasSizeLessThanOrEqualTo(MOST_NOTES);
    }
}
