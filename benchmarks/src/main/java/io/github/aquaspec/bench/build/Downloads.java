package io.github.aquaspec.bench.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What the receipt of a run tells of its downloads. */
final class Downloads {

    private static final double MILLIS = 1000;

    private Downloads() {}

    /** Seconds from the first file that is fetched to the last that is verified. */
    static double seconds(Path project, String id) throws IOException {
        JsonNode receipt = new ObjectMapper()
                .readTree(project.resolve("target/aqua-reports/" + id + "/run.json")
                        .toFile());
        Instant first = null;
        Instant last = null;
        for (JsonNode entry : receipt.get("timeline")) {
            Instant at = Instant.parse(entry.get("at").asText());
            String event = entry.get("what").asText();
            if (first == null && event.equals("fetching")) {
                first = at;
            } else if (event.equals("verified")) {
                last = at;
            }
        }
        if (first == null || last == null) {
            throw new IllegalStateException("nothing was fetched:\n" + receipt.toPrettyString());
        }
        return Duration.between(first, last).toMillis() / MILLIS;
    }
}
