package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.state.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/reliability.md calls shown is shown: each test, method and build that it names is there. */
class ReliabilityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/reliability.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern BUILD = Pattern.compile("`(src/it/[\\w-]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");

    /** The source of each test, by its name; of two that share one, both. */
    private static final Map<String, String> SOURCES = new TreeMap<>();

    @BeforeAll
    static void readTheTests() throws IOException {
        for (String module : new String[] {"aqua-spec-model", "aqua-maven-plugin", "aqua-emulator"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    SOURCES.merge(name, Files.readString(file), String::concat);
                }
            }
        }
    }

    @Test
    void everyTestThatItNames_isThere() throws IOException {
        Set<String> named = named(TEST).map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(SOURCES.keySet()).containsAll(named).doesNotContain("NoSuchTest");
    }

    @Test
    void everyMethodThatItNames_isThere() throws IOException {
        assertThat(named(TEST).filter(m -> m.group(2) != null))
                .hasSizeGreaterThan(30)
                .allSatisfy(m ->
                        assertThat(has(m.group(1), m.group(2))).as(m.group()).isTrue());
        assertThat(has("ReliabilityPageTest", "nothingOfTheKind")).isFalse();
    }

    @Test
    void everyBuildThatItNames_isThere() throws IOException {
        assertThat(named(BUILD))
                .isNotEmpty()
                .allSatisfy(m -> assertThat(Path.of(m.group(1))).isDirectory());
    }

    @Test
    void tellsWhatFollows_fromEachStepThatAJournalEndsWith() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("| the journal says last |"), page.indexOf("A run goes on with"));

        assertThat(JournalEntry.class.getPermittedSubclasses())
                .hasSize(7)
                .allSatisfy(step ->
                        assertThat(table).contains("`" + step.getSimpleName().toLowerCase(Locale.ROOT) + "`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/reliability.md",
                "docs/operations.md",
                "docs/state.md",
                "docs/release.md",
                "docs/scale.md",
                "docs/snapshot.md",
                "docs/consume.md"
            })
    void everyLinkLeadsSomewhere(String name) throws IOException {
        Path page = ROOT.resolve(name);

        assertThat(LINK.matcher(Files.readString(page))
                        .results()
                        .filter(link -> !link.group(1).startsWith("http")))
                .isNotEmpty()
                .allSatisfy(link -> {
                    Path file = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                    assertThat(file).exists();
                    if (link.group(2) != null) {
                        assertThat(anchors(file)).contains(link.group(2));
                    }
                });
    }

    private static Set<String> anchors(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static boolean has(String test, String method) {
        return SOURCES.getOrDefault(test, "").contains(" " + method + "(");
    }

    private static Stream<MatchResult> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results();
    }
}
