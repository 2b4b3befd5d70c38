package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidManifestsTest {

    static Stream<Path> valid() {
        return Corpus.valid().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void isAJob(Path manifest) {
        Loaded<JobSpec> loaded = JobSpecs.load(manifest);

        assertThat(loaded.value()).as("findings %s", loaded.diagnostics()).isPresent();
    }
}
