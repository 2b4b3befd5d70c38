package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.JobSpec;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Request bodies as clients of AQuA send them: a night without a session, and a session without queries of its own. */
class SampleBodiesTest {

    static Stream<Path> bodies() {
        return Corpus.valid().stream()
                .filter(file -> file.getFileName().toString().startsWith("sample-"));
    }

    @Test
    void thereIsOneOfEachMode() {
        assertThat(bodies().map(body ->
                        JobSpecs.load(body).value().orElseThrow().isStateful()))
                .containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aPasteWorks_andSaysNothingButNotes(Path body) {
        Loaded<JobSpec> loaded = JobSpecs.load(body);

        assertThat(loaded.value()).isPresent();
        assertThat(loaded.diagnostics())
                .allSatisfy(d -> assertThat(d.severity()).isEqualTo(Severity.NOTE));
    }
}
