package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/protocol-coverage.md names is there: each test, method, build and code. */
class ProtocolPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern BUILD = Pattern.compile("`(src/it/[\\w-]+)`");
    private static final Pattern CODE = Pattern.compile("\\bAQ\\d{3}\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)[^)]*\\)");

    /** The source of each test, by its name; of two that share one, both. */
    private static final Map<String, String> SOURCES = new HashMap<>();

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
    void everyTestAndMethodThatItNames_isThere() throws IOException {
        assertThat(named(TEST))
                .hasSizeGreaterThan(200)
                .allSatisfy(m -> assertThat(isThere(m.group(1), m.group(2))).isTrue());
        assertThat(isThere("ProtocolPageTest", "nothingOfTheKind")).isFalse();
        assertThat(isThere("NoSuchTest", null)).isFalse();
    }

    @Test
    void everyBuildThatItNames_isThere() throws IOException {
        assertThat(named(BUILD))
                .isNotEmpty()
                .allSatisfy(m -> assertThat(Path.of(m.group(1))).isDirectory());
    }

    @Test
    void everyCodeThatItNames_hasAPage() throws IOException {
        assertThat(named(CODE))
                .hasSizeGreaterThan(100)
                .allSatisfy(m -> assertThat(ROOT.resolve("docs/diagnostics/" + m.group() + ".md"))
                        .exists());
    }

    @Test
    void everyLinkLeadsToAPage() throws IOException {
        assertThat(named(LINK).stream().filter(m -> !m.group(1).isEmpty()))
                .isNotEmpty()
                .allSatisfy(m ->
                        assertThat(ROOT.resolve("docs").resolve(m.group(1))).exists());
    }

    @Test
    void everyRowEndsWithATest_whereTheTableHasThem() throws IOException {
        boolean shown = false;
        for (String line : page().split("\n", -1)) {
            shown = line.endsWith("| shown by |") || (shown && line.startsWith("|"));
            if (shown && !line.endsWith("| shown by |") && !line.startsWith("|---")) {
                assertThat(line.substring(line.substring(0, line.length() - 1).lastIndexOf('|')))
                        .as(line)
                        .matches("\\|( `\\w+Test(\\.\\w+)?`,?)+ \\|");
            }
        }
    }

    private static boolean isThere(String test, String method) {
        return SOURCES.containsKey(test) && (method == null || SOURCES.get(test).contains(" " + method + "("));
    }

    private static List<MatchResult> named(Pattern pattern) throws IOException {
        return pattern.matcher(page()).results().toList();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/protocol-coverage.md"));
    }
}
