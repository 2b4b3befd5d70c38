package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.KnownCodes;
import io.github.aquaspec.spec.diagnostic.ReadingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code has invalid manifests and a page, and what the page shows is true. */
class DiagnosticPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "diagnostics");

    /** Cannot be shown in a file of this size; other tests of this package raise them. */
    private static final Set<String> NOT_IN_A_FILE =
            Set.of(ReadingCode.TOO_LARGE.id(), ReadingCode.TOO_MANY_EVENTS.id(), ReadingCode.UNREADABLE_FILE.id());

    /** Cannot be shown on a page: bytes that are no text, and examples of many screens. */
    private static final Set<String> NOT_ON_A_PAGE =
            Set.of("AQ001", "AQ002", "AQ011", "AQ014", "AQ015", "AQ202", "AQ213", "AQ302");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^## (Example|Fixed)\\R\\R```(yaml|json)\\R(.*?)^```$");

    private record Block(String title, String language, String text) {}

    static Stream<Code> codes() {
        return KnownCodes.all().values().stream();
    }

    @Test
    void eachCodeHasThreeInvalidManifests() throws IOException {
        Map<String, Integer> manifests = new HashMap<>();
        for (Path manifest : Corpus.invalid()) {
            new HashSet<>(Corpus.expectedCodes(manifest)).forEach(id -> manifests.merge(id, 1, Integer::sum));
        }

        assertThat(codes().map(Code::id))
                .filteredOn(id -> !NOT_IN_A_FILE.contains(id))
                .allSatisfy(id -> assertThat(manifests.getOrDefault(id, 0)).isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void eachCodeHasAPage(Code code) {
        assertThat(page(code)).content().startsWith("# " + code.id() + ": ").contains("\n## Why\n");
    }

    @Test
    void eachPageIsOfACode() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            // Only of this module's codes; the runner has pages of its own.
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(name -> name.matches("AQ[0-4]\\d\\d")))
                    .containsExactlyInAnyOrderElementsOf(KnownCodes.all().keySet());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void theIndexNamesEachPageByItsTitle(Code code) throws IOException {
        String title = Files.readAllLines(page(code)).get(0).substring(("# " + code.id() + ": ").length());

        assertThat(PAGES.resolve("README.md"))
                .content()
                .contains("| [" + code.id() + "](" + code.id() + ".md) | " + title + " |");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void theExampleOfAPageHasTheFinding_andTheFixedOneHasNot(Code code) throws IOException {
        List<Block> blocks = blocks(code);
        if (NOT_ON_A_PAGE.contains(code.id())) {
            assertThat(blocks).isEmpty();
            return;
        }

        assertThat(blocks).extracting(Block::title).containsExactly("Example", "Fixed");
        assertThat(findings(blocks.get(0))).contains(code.id());
        assertThat(findings(blocks.get(1))).doesNotContain(code.id());
        assertThat(JobSpecs.parse(name(blocks.get(1)), blocks.get(1).text()).value())
                .isPresent();
    }

    private static List<String> findings(Block block) {
        return JobSpecs.parse(name(block), block.text()).diagnostics().stream()
                .map(d -> d.code().id())
                .toList();
    }

    private static String name(Block block) {
        return "example." + block.language();
    }

    private static List<Block> blocks(Code code) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page(code)));
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2), block.group(3)));
        }
        return blocks;
    }

    private static Path page(Code code) {
        return PAGES.resolve(code.id() + ".md");
    }
}
