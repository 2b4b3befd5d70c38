package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/protocol-coverage.md names is there: each test, method, build and code. */
class ProtocolPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test(?:\\.\\w+)?)`");
    private static final Pattern BUILD = Pattern.compile("`(src/it/[\\w-]+)`");
    private static final Pattern CODE = Pattern.compile("\\b(AQ\\d{3})\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

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
                .allSatisfy(test -> assertThat(isThere(test)).isTrue());
        assertThat(isThere("ProtocolPageTest.nothingOfTheKind")).isFalse();
        assertThat(isThere("NoSuchTest")).isFalse();
    }

    @Test
    void everyBuildThatItNames_isThere() throws IOException {
        assertThat(named(BUILD))
                .isNotEmpty()
                .allSatisfy(build -> assertThat(Path.of(build)).isDirectory());
    }

    @Test
    void everyCodeThatItNames_hasAPage() throws IOException {
        assertThat(named(CODE))
                .hasSizeGreaterThan(100)
                .allSatisfy(code -> assertThat(ROOT.resolve("docs/diagnostics/" + code + ".md"))
                        .exists());
    }

    @Test
    void everyLinkLeadsToAPage() throws IOException {
        assertThat(named(LINK))
                .isNotEmpty()
                .allSatisfy(
                        page -> assertThat(ROOT.resolve("docs").resolve(page)).exists());
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

    private static boolean isThere(String test) {
        String[] parts = test.split("\\.", -1);
        String source = SOURCES.getOrDefault(parts[0], "");
        return parts.length == 1 ? !source.isEmpty() : source.contains(" " + parts[1] + "(");
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(page()).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/protocol-coverage.md"));
    }
}
