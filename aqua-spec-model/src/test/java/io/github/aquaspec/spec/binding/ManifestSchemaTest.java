package io.github.aquaspec.spec.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schema is what the binding reads, and says of each key what its note says. */
class ManifestSchemaTest {

    private static final Path SHIPPED = KeyNotes.FILE.resolveSibling("aqua-manifest.schema.json");
    private static final Path DOCUMENTED = Path.of("..", "docs", "aqua-manifest.schema.json");

    static Stream<String> paths() {
        return ManifestKeys.all().keySet().stream();
    }

    static Stream<Path> files() {
        return Stream.of(SHIPPED, DOCUMENTED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isMadeOfWhatTheBindingReads(Path file) throws IOException {
        String made = printed(new SchemaOfManifest(new KeyNotes()).whole());
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(file, made);
        }

        assertThat(file).content().isEqualTo(made);
    }

    @Test
    void isASchemaOfDraft7() throws IOException {
        Schema meta = EditorSchema.SCHEMAS.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

        assertThat(meta.validate(schema())).isEmpty();
        assertThat(meta.validate(EditorYaml.read("{type: mapping}"))).isNotEmpty();
    }

    @Test
    void eachKeyHasANote_andEachNoteAKey() throws IOException {
        KeyNotes notes = new KeyNotes();

        assertThat(notes.all().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        paths().map(notes::described).distinct().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void theExampleOfEachKeyFitsIt_andAMappingInItsPlaceOrAnUnknownKeyDoesNot(String path) throws IOException {
        JsonNode found = at(schema(), path);
        Schema schema = EditorSchema.SCHEMAS.getSchema(found);

        assertThat(schema.validate(EditorYaml.read(new KeyNotes().of(path).example())))
                .isEmpty();
        assertThat(schema.validate(EditorYaml.read("{nobodyReadsThis: 1}"))).isNotEmpty();
    }

    private static JsonNode at(JsonNode schema, String path) {
        JsonNode found = schema;
        for (String key : path.split("\\.", -1)) {
            JsonNode mapping = found.has("items") ? found.get("items") : found;
            found = key.equals("<name>")
                    ? mapping.required("additionalProperties")
                    : mapping.required("properties").required(key);
        }
        return found;
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(Files.readString(SHIPPED));
    }

    private static String printed(Map<String, Object> schema) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new ObjectMapper()
                        .writer()
                        .with(new DefaultPrettyPrinter().withObjectIndenter(indenter))
                        .writeValueAsString(schema)
                + "\n";
    }
}
