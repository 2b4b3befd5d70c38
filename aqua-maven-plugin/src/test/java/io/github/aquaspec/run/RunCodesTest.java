package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A code that nothing raises is a promise that nobody keeps. */
class RunCodesTest {

    private static final Path MAIN = Path.of("src", "main", "java");

    static Stream<Code> codes() {
        return Stream.<Code[]>of(
                        TargetCode.values(),
                        ServerCode.values(),
                        SessionCode.values(),
                        TransferCode.values(),
                        LocalCode.values(),
                        StateCode.values(),
                        BugCode.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void eachIsRaisedSomewhere(Code code) throws IOException {
        assertThat(source()).contains(code.getClass().getSimpleName() + "." + code);
    }

    private static String source() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(Files::isRegularFile).map(RunCodesTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
