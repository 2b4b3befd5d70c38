package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.failure.AllCodes;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.KnownCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A code that nothing raises is a promise that nobody keeps. */
class RunCodesTest {

    private static final String SOURCE = source();

    /** The codes of runs; those of manifests have a test of their own. */
    static Stream<Code> codes() {
        return AllCodes.all().stream().filter(code -> KnownCodes.find(code.id()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void eachIsRaisedSomewhere(Code code) {
        assertThat(SOURCE).contains(code.getClass().getSimpleName() + "." + code);
    }

    private static String source() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(Files::isRegularFile).map(RunCodesTest::read).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
