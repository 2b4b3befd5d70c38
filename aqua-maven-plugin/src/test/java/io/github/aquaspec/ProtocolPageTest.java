package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the protocol names tests, builds and diagnostics that are there, and each member of AQuA's that a manifest can have. */
class ProtocolPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test(?:\\.\\w+)?)`");
    private static final Pattern BUILD = Pattern.compile("`(src/it/[\\w-]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([\\w/-]+\\.md)\\)");

    @Test
    void everyTestThatItNames_isThere() throws IOException {
        assertThat(named(TEST)).hasSizeGreaterThan(80);
        assertThat(tests()).containsAll(named(TEST)).doesNotContain("WireTest.noSuchMethod");
    }

    @Test
    void everyBuildAndPageThatItNames_isThere() throws IOException {
        assertThat(named(BUILD))
                .isNotEmpty()
                .allSatisfy(build -> assertThat(Path.of(build)).isDirectory());
        assertThat(named(LINK))
                .hasSizeGreaterThan(40)
                .allSatisfy(page -> assertThat(DOCS.resolve(page)).isRegularFile());
    }

    @Test
    void everyMemberOfAquasOwn_hasItsPlace() throws IOException {
        JsonNode job = new ObjectMapper()
                .readTree(DOCS.resolve("aqua-manifest.schema.json").toFile())
                .path("properties");
        JsonNode query = job.path("queries").path("items").path("properties");
        Set<String> members = new TreeSet<>();
        collect(job, "`", members);
        collect(query, "`", members);
        collect(query.path("deleted").path("properties"), "`deleted.", members);

        assertThat(members)
                .contains("`format`", "`apiVersion`", "`deleted.column`")
                .doesNotContain("`window`");
        assertThat(Files.readString(DOCS.resolve("protocol-coverage.md"))).contains(members);
    }

    /** The schema says of each key whose it is. */
    private static void collect(JsonNode properties, String start, Set<String> members) {
        properties.properties().forEach(key -> {
            if (key.getValue().path("description").asText().startsWith("Zuora's.")) {
                members.add(start + key.getKey() + '`');
            }
        });
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return found(pattern, Files.readString(DOCS.resolve("protocol-coverage.md")));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        for (Matcher name = pattern.matcher(text); name.find(); ) {
            all.add(name.group(1));
        }
        return all;
    }

    private static Set<String> tests() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String module : List.of("aqua-spec-model", "aqua-maven-plugin", "aqua-emulator")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    String test = file.getFileName().toString().replace(".java", "");
                    all.add(test);
                    found(Pattern.compile("void (\\w+)\\("), Files.readString(file))
                            .forEach(method -> all.add(test + '.' + method));
                }
            }
        }
        return all;
    }
}
