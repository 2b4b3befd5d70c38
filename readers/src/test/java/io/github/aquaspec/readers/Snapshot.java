package io.github.aquaspec.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A published directory as anybody can read its descriptor; nothing of ours is used. */
record Snapshot(Path folder, List<Table> tables) {

    /**
     * One data file.
     *
     * @param columns of its schema
     * @param nullText what stands for null
     * @param lineEnd what its lines end with, where the descriptor says so
     * @param records what we say that it holds
     */
    record Table(String name, Path file, List<String> columns, String nullText, String lineEnd, long records) {

        boolean isCompressed() {
            return file.toString().endsWith(".gz");
        }

        /** Of one column, a record that is null is an empty line, which many readers pass over. */
        boolean hasEmptyLines() {
            return columns.size() == 1;
        }

        /** Starts to look at it. */
        Found.Looking looking(List<String> found) {
            return Found.at(found, nullText);
        }

        @Override
        public String toString() {
            return file.getParent().getFileName() + "/" + file.getFileName();
        }
    }

    static Snapshot of(Path folder) throws IOException {
        JsonNode descriptor =
                new ObjectMapper().readTree(folder.resolve("datapackage.json").toFile());
        return new Snapshot(
                folder,
                descriptor
                        .get("resources")
                        .valueStream()
                        .map(r -> table(folder, r))
                        .toList());
    }

    private static Table table(Path folder, JsonNode resource) {
        JsonNode schema = resource.get("schema");
        return new Table(
                resource.get("name").textValue(),
                folder.resolve(resource.get("path").textValue()),
                schema.get("fields")
                        .valueStream()
                        .map(field -> field.get("name").textValue())
                        .toList(),
                schema.get("missingValues").get(0).textValue(),
                resource.get("dialect").path("lineTerminator").asText("\n"),
                resource.get("aqua:recordCount").longValue());
    }
}
