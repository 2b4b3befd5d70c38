package io.github.aquaspec.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A reader in another language: it gets the descriptor and the name of a resource, and prints each record as a line of
 * JSON, the header first.
 *
 * @param command what comes before the two
 * @param able which tables it can read
 */
record Script(String name, List<String> command, Predicate<Snapshot.Table> able) implements Reader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPTS = Path.of("target", "test-classes", "scripts");

    /** The csv module of Python. */
    static Script python() {
        return new Script(
                Commands.run(Path.of("."), "python3", "--version").strip() + ", csv",
                List.of("python3", SCRIPTS.resolve("read.py").toString()),
                table -> !table.hasEmptyLines());
    }

    /** A library that knows nothing of us, and everything from the descriptor. */
    static Script frictionless() {
        Path script = SCRIPTS.resolve("read.js");
        return new Script(
                "npm datapackage "
                        + Commands.run(Path.of("."), "node", script.toString(), "--version")
                                .strip(),
                List.of("node", script.toString()),
                table -> !table.isCompressed() && !table.hasEmptyLines());
    }

    @Override
    public boolean takes(Snapshot.Table table) {
        return able.test(table);
    }

    @Override
    public Found read(Snapshot.Table table) throws IOException {
        List<String> arguments = new ArrayList<>(command);
        arguments.add(table.file().resolveSibling("datapackage.json").toString());
        arguments.add(table.name());
        List<String> lines = Commands.run(Path.of("."), arguments.toArray(String[]::new))
                .lines()
                .toList();
        Found.Looking looking = table.looking(cells(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            looking.record(cells(line));
        }
        return looking.found();
    }

    private static List<String> cells(String line) throws IOException {
        return JSON.readTree(line).valueStream().map(JsonNode::textValue).toList();
    }
}
