package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.binding.EditorSchema;
import io.github.aquaspec.spec.binding.EditorYaml;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * An editor that knows the schema refuses what we refuse, as far as a schema can see it, and nothing else: for each
 * manifest of the tests, of {@code specs} and of the documentation.
 */
class SchemaVerdictsTest {

    /** Manifests with something that would be seen, were it not for the form it has there. */
    private static final Map<String, String> OVERLOOKED = Map.of(
            "no-such-day.json", "a pattern knows no calendar",
            "window-from-a-month-13.yaml", "a pattern knows no calendar",
            "number-with-a-leading-zero.yaml", "an editor takes 010 for 10 and 5.0 for 5");

    /** YAML that the reader which stands for an editor does not take, though it is right. */
    private static final String TABS = "tabs-within-braces.yaml";

    private static final Pattern SAMPLE = Pattern.compile("(?ms)^```(yaml|json)\\R(.*?)^```$");

    private record Manifest(String name, String text, Set<String> codes) {

        Manifest(String name, String text) {
            this(
                    name,
                    text,
                    JobSpecs.parse(name, text).diagnostics().stream()
                            .map(d -> d.code().id())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        JsonNode inAnEditor() {
            String read = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return name.endsWith(".json") ? new ObjectMapper().readTree(read) : EditorYaml.read(read);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Manifest> manifests() {
        Stream<Path> files = Stream.of(
                        Corpus.valid().stream(),
                        Corpus.invalid().stream(),
                        files(Path.of("..", "specs"), ".*\\.(yaml|json)"))
                .flatMap(all -> all);
        Stream<Path> pages =
                Stream.concat(Stream.of(Path.of("..", "README.md")), files(Path.of("..", "docs"), ".*\\.md"));
        return Stream.concat(
                        files.map(file -> new Manifest(file.toString(), text(file))),
                        pages.flatMap(SchemaVerdictsTest::samples))
                .filter(manifest -> !manifest.name().endsWith(TABS))
                .filter(manifest -> manifest.codes().stream().noneMatch(code -> code.startsWith("AQ0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void theSchemaRefusesWhatTheBindingRefusesForItsStructure(Manifest manifest) {
        Set<String> codes = manifest.codes();
        boolean isSeen = EditorSchema.sees(codes);

        assertThat(EditorSchema.refuses(manifest.inAnEditor()))
                .as("%s: %s", codes, manifest.text())
                .isEqualTo(isSeen
                        && !OVERLOOKED.containsKey(
                                Path.of(manifest.name()).getFileName().toString()));
    }

    @Test
    void eachCodeOfAKeyIsSeenOrNot() {
        assertThat(Stream.concat(EditorSchema.SEEN.stream(), EditorSchema.NOT_SEEN.keySet().stream()))
                .containsExactlyInAnyOrder(KeyCode.values());
    }

    @Test
    void eachCodeThatIsSeenIsRefusedAlone() {
        Set<Set<String>> refused = manifests()
                .map(Manifest::codes)
                .map(codes ->
                        codes.stream().filter(code -> code.startsWith("AQ1")).collect(Collectors.toSet()))
                .collect(Collectors.toSet());

        assertThat(EditorSchema.SEEN).allSatisfy(code -> assertThat(refused).contains(Set.of(code.id())));
    }

    private static Stream<Manifest> samples(Path page) {
        return SAMPLE.matcher(text(page))
                .results()
                .filter(sample -> sample.group(2).contains("queries"))
                .map(sample -> new Manifest(page + "-" + line(page, sample) + "." + sample.group(1), sample.group(2)));
    }

    private static long line(Path page, MatchResult sample) {
        return text(page).substring(0, sample.start()).lines().count() + 1;
    }

    private static Stream<Path> files(Path folder, String pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().matches(pattern) && !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
