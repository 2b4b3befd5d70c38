package io.github.aquaspec.readers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the script by which the emulator serves the files made by hand, as they might come from others. */
final class HandMadeScript {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HandMadeScript() {}

    /** Argument: the file. */
    public static void main(String[] args) throws IOException {
        StringBuilder script =
                new StringBuilder("# The next files that are fetched are made by hand.\nPOST /emulator/reset\n");
        List<HandMade> tables = HandMade.all();
        for (int i = 0; i < tables.size(); i++) {
            HandMade table = tables.get(i);
            block(script, """
                    {"scenario": "editAnswer", "pointer": "/batches/%d/recordCount", "value": %d}""".formatted(i, table.records().size()));
            // one whose last line has no end is fetched twice
            block(script, """
                    {"scenario": "respond", "method": "GET", "path": "/v1/files/", "status": 200, "times": %d,
                     "headers": {"Content-Type": "text/csv"}, "body": %s}""".formatted(table.text().endsWith("\n") ? 1 : 2, JSON.writeValueAsString(table.text())));
        }
        Files.writeString(Path.of(args[0]), script);
    }

    private static void block(StringBuilder script, String scenario) {
        script.append("\nPOST /emulator/scenarios\n").append(scenario).append('\n');
    }
}
