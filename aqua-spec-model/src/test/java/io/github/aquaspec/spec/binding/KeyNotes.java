package io.github.aquaspec.spec.binding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the resource beside the schema says of each key, by the path of the key. */
final class KeyNotes {

    static final Path FILE =
            Path.of("src", "main", "resources", "io", "github", "aquaspec", "spec", "aqua-manifest.keys.yaml");

    /** One entry; {@code defaultValue} in backticks is the value itself. */
    record Note(
            String whose,
            String type,
            Optional<String> defaultValue,
            String does,
            String example,
            String since,
            Optional<String> like) {

        Optional<String> literalDefault() {
            return defaultValue.filter(words -> words.matches("`[^`]+`")).map(words -> words.replace("`", ""));
        }

        private static Note of(JsonNode entry) {
            return new Note(
                    entry.required("whose").asString(),
                    entry.required("type").asString(),
                    Optional.ofNullable(entry.get("default")).map(JsonNode::asString),
                    entry.required("does").asString(),
                    entry.required("example").asString(),
                    entry.required("since").asString(),
                    Optional.ofNullable(entry.get("like")).map(JsonNode::asString));
        }
    }

    private final Map<String, Note> notes = new LinkedHashMap<>();

    KeyNotes() throws IOException {
        EditorYaml.read(Files.readString(FILE)).properties().forEach(e -> notes.put(e.getKey(), Note.of(e.getValue())));
    }

    Map<String, Note> all() {
        return notes;
    }

    /** The note of a key, which may stand under one that is described like another. */
    Note of(String path) {
        return Optional.ofNullable(notes.get(described(path)))
                .orElseThrow(() -> new AssertionError(FILE.getFileName() + " has no entry " + path));
    }

    /** The path under which a key is described. */
    String described(String path) {
        return notes.entrySet().stream()
                .filter(e ->
                        path.startsWith(e.getKey() + ".") && e.getValue().like().isPresent())
                .findFirst()
                .map(e -> e.getValue().like().get() + path.substring(e.getKey().length()))
                .orElse(path);
    }
}
