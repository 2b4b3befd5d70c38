package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever copies from a page gets this version. */
class VersionInPagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern VERSION = Pattern.compile(
            "<artifactId>aqua-maven-plugin</artifactId>\\s*<version>(?<pom>[^<]+)</version>|aqua-maven-plugin:(?<line>\\d[\\w.-]*):");

    @Test
    void eachPageAndTheSampleNameThisVersion() throws IOException {
        Matcher parent = Pattern.compile("<artifactId>aqua-parent</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(parent.find()).isTrue();
        Map<String, String> others = new TreeMap<>();
        int named = 0;
        for (Path page : pages()) {
            Matcher version = VERSION.matcher(Files.readString(page));
            while (version.find()) {
                String found = version.group("pom") == null ? version.group("line") : version.group("pom");
                named++;
                if (!found.equals(parent.group(1))) {
                    others.put(ROOT.relativize(page).toString(), found);
                }
            }
        }

        assertThat(others).isEmpty();
        assertThat(named).isGreaterThan(3);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("sample-project/pom.xml")),
                            Stream.concat(docs, top)
                                    .filter(file -> file.toString().matches(".*\\.(md|yml|yaml)")))
                    .toList();
        }
    }
}
