package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model calls shown is shown: each test and build that it names is there. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test|CanaryWatch)`");
    private static final Pattern BUILD = Pattern.compile("`(src/it/[\\w-]+)`");

    @Test
    void everyTestThatItNames_isThere() throws IOException {
        Set<String> named = named(TEST);

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(tests()).containsAll(named).doesNotContain("NoSuchTest");
    }

    @Test
    void everyBuildThatItNames_isThere() throws IOException {
        assertThat(named(BUILD))
                .isNotEmpty()
                .allSatisfy(build -> assertThat(Path.of(build)).isDirectory());
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        Matcher name = pattern.matcher(Files.readString(ROOT.resolve("docs/security.md")));
        Set<String> names = new TreeSet<>();
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static Set<String> tests() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String module : new String[] {"aqua-spec-model", "aqua-maven-plugin", "aqua-emulator"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                all.addAll(files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".java"))
                        .map(file -> file.substring(0, file.length() - ".java".length()))
                        .collect(Collectors.toSet()));
            }
        }
        return all;
    }
}
