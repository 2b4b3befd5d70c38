package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor that opens one of the manifests that we ship finds the schema where its first line says. */
class ModelinesTest {

    private static final String MODELINE = "# yaml-language-server: $schema=";

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "specs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void theFirstLineLeadsToTheSchema(Path manifest) throws IOException {
        String first = Files.readAllLines(manifest).get(0);

        assertThat(first).startsWith(MODELINE);
        assertThat(manifest.resolveSibling(first.substring(MODELINE.length())))
                .hasBinaryContent(ManifestSchema.bytes());
    }
}
