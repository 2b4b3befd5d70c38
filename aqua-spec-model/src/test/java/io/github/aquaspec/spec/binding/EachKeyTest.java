package io.github.aquaspec.spec.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.JobSpecs;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under every key, values of all kinds: the schema refuses those that the binding refuses, and no others. */
class EachKeyTest {

    private static final List<String> VALUES = List.of(
            "null",
            "~",
            "\"\"",
            "\" \"",
            "plain",
            "\"null\"",
            "0",
            "1",
            "12",
            "1.5",
            "true",
            "\" TRUE \"",
            "\"${env.AQUA_X}\"",
            "[]",
            "[plain]",
            "[null]",
            "[{}]",
            "{}",
            "{nobodyReadsThis: 1}",
            "{x-ours: 1, $schema: 2}");

    private final KeyNotes notes = new KeyNotes();

    EachKeyTest() throws IOException {}

    static Stream<String> paths() {
        return ManifestKeys.all().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void theSchemaAndTheBindingAgree(String path) {
        assertThat(VALUES).allSatisfy(value -> agreeOn(manifest(path, value)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void theBindingTakesTheExample(String path) {
        assertThat(EditorSchema.sees(codes(manifest(path, example(path))))).isFalse();
    }

    private static void agreeOn(String manifest) {
        List<String> codes = codes(manifest);
        assertThat(EditorSchema.refuses(EditorYaml.read(manifest)))
                .as("%s: %s", codes, manifest)
                .isEqualTo(EditorSchema.sees(codes));
    }

    private static List<String> codes(String manifest) {
        return JobSpecs.parse("a.yaml", manifest).diagnostics().stream()
                .map(found -> found.code().id())
                .toList();
    }

    /** As JSON, in which a comma is no end of a text. */
    private String example(String path) {
        return EditorYaml.read(notes.of(path).example()).toString();
    }

    /** The smallest manifest with a value under a key. */
    private String manifest(String path, String value) {
        return with(Binding.JOB.shape(), "", Arrays.asList(path.split("\\.")), value);
    }

    private String with(Shape shape, String above, List<String> path, String value) {
        if (path.isEmpty()) {
            return value;
        }
        if (shape instanceof Shape.ListOf list) {
            return "[" + with(list.item(), above, path, value) + "]";
        }
        Shape.Mapping mapping = (Shape.Mapping) shape;
        String name = path.get(0);
        Shape below = mapping.keys().containsKey(name)
                ? mapping.keys().get(name).value()
                : mapping.anyOther().orElseThrow();
        String others = mapping.keys().entrySet().stream()
                .filter(e -> e.getValue().isRequired() && !e.getKey().equals(name))
                .map(e -> e.getKey() + ": " + example(above + e.getKey()) + ", ")
                .collect(Collectors.joining());
        return "{" + others + "\"" + name + "\": "
                + with(below, above + name + ".", path.subList(1, path.size()), value) + "}";
    }
}
