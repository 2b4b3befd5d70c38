package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.failure.BugCode;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.KnownCodes;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code that a run raises has a page, and each page is of a code. */
class DiagnosticPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "diagnostics");

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
    void eachCodeHasAPage_thatSaysWhatToDo(Code code) throws IOException {
        String page = Files.readString(page(code));

        assertThat(page).startsWith("# " + code.id() + ": ").contains("\n## Why\n", "\n## What to do\n\n- ");
        assertThat(page.contains("A warning.")).isEqualTo(code.severity() == Severity.WARNING);
        assertThat(page.contains("A note.")).isEqualTo(code.severity() == Severity.NOTE);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theIndexNamesEachPage_byItsTitle(Code code) throws IOException {
        String title = Files.readAllLines(page(code)).get(0).substring(("# " + code.id() + ": ").length());

        assertThat(PAGES.resolve("README.md"))
                .content()
                .contains("| [" + code.id() + "](" + code.id() + ".md) | " + title + " |");
    }

    @Test
    void noTwoFindingsShareACode_overBothModules() {
        List<String> ids = Stream.concat(codes().map(Code::id), KnownCodes.all().keySet().stream())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("AQ\\d{3}"));
    }

    @Test
    void eachCodeStandsInTheHundredOfItsPhase() {
        assertThat(TargetCode.values()).allMatch(code -> code.id().startsWith("AQ5"));
        assertThat(ServerCode.values()).allMatch(code -> code.id().startsWith("AQ6"));
        assertThat(SessionCode.values()).allMatch(code -> code.id().matches("AQ6[23]."));
        assertThat(TransferCode.values()).allMatch(code -> code.id().startsWith("AQ7"));
        assertThat(LocalCode.values()).allMatch(code -> code.id().startsWith("AQ8"));
        assertThat(StateCode.values()).allMatch(code -> code.id().startsWith("AQ8"));
        assertThat(BugCode.values()).allMatch(code -> code.id().startsWith("AQ9"));
    }

    @Test
    void eachPageIsOfACode() throws IOException {
        List<String> ids = Stream.concat(codes().map(Code::id), KnownCodes.all().keySet().stream())
                .toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.startsWith("AQ"))
                            .map(name -> name.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    private static Path page(Code code) {
        return PAGES.resolve(code.id() + ".md");
    }
}
