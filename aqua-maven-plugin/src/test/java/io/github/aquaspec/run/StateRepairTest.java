package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.WindowPublished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A state that is lost is written anew from the newest snapshot, as the documentation says, member by member. */
class StateRepairTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @TempDir
    private Path folder;

    @Test
    void theStateOfAWindow_isThatOfBefore_andTheNextRunGoesOn() throws Exception {
        JobOutcome.Published run = windowed("2020-01-01T00:00:00Z").published();
        StateDirectory state = StateDirectory.of(folder.resolve("states"), Rig.EMULATOR, "a");
        Published before = state.published().orElseThrow();
        JsonNode snapshot = descriptor(run.directory());

        ObjectNode file = file("emulator", "emulator", snapshot);
        ObjectNode window = file.putObject("window");
        JsonNode range = snapshot.get("aqua:window");
        window.setAll((ObjectNode) range.deepCopy());
        queries(window.putArray("queries"), snapshot);
        for (JsonNode query : window.get("queries")) {
            ((ObjectNode) query)
                    .put(
                            "query",
                            query.get("query")
                                    .asText()
                                    .replace("'" + range.get("from").asText() + "'", "${window.from}")
                                    .replace("'" + range.get("to").asText() + "'", "${window.to}"));
        }
        repair(state, file);

        assertThat(state.published()).contains(uncounted((WindowPublished) before));
        assertThat(windowed("2021-01-01T00:00:00Z").published().diagnostics()).isEmpty();
    }

    /** The same, without what only the run that published it has counted. */
    private static WindowPublished uncounted(WindowPublished window) {
        return new WindowPublished(
                window.identity(), window.jobId(), window.from(), window.to(), window.queries(), List.of());
    }

    private Rig windowed(String asOf) throws Exception {
        return new Rig(TENANT.emulator(), TENANT.time(), Files.createDirectories(folder.resolve("out")))
                .remembering(folder.resolve("states"))
                .manifest("a", """
                        name: windows
                        dateTimeUtc: true
                        window: {initial: "2000-01-01T00:00:00Z", lag: PT0S}
                        queries:
                          - name: Account
                            apiVersion: "145.0"
                            query: >-
                              select Id from Account
                              where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
                        """)
                .windows(new WindowChoice(Optional.of(Instant.parse(asOf)), Optional.empty()));
    }

    @Test
    void theStateOfASession_isThatOfBefore() throws Exception {
        try (SessionRig rig = new SessionRig(folder)) {
            rig.manifest("offset: 600\n" + SessionRig.MANIFEST)
                    .answer(SessionRig.job(
                            SessionRig.NEXT, ",\"offset\":600", SessionRig.batch("Account", SessionRig.ACCOUNTS, true)))
                    .file("Id\n1\n");
            JsonNode snapshot = descriptor(rig.published(rig.run()).directory());
            Published before = rig.remembered();

            ObjectNode file = file("us", "rest.zuora.com", snapshot);
            ObjectNode session = file.putObject("session");
            session.set("partner", snapshot.get("aqua:partner"));
            session.set("project", snapshot.get("aqua:project"));
            session.put(
                    "watermark",
                    Instant.parse(snapshot.get("created").asText())
                            .minusSeconds(600)
                            .toString());
            queries(session.putArray("queries"), snapshot);
            repair(rig.state(), file);

            assertThat(rig.remembered()).isEqualTo(before);
        }
    }

    private static ObjectNode file(String name, String host, JsonNode snapshot) {
        ObjectNode file = JSON.createObjectNode();
        file.put("format", 1);
        file.putObject("target").put("name", name).put("host", host);
        file.set("jobId", snapshot.get("aqua:jobId"));
        return file;
    }

    private static void queries(ArrayNode queries, JsonNode snapshot) {
        for (JsonNode resource : snapshot.get("resources")) {
            ObjectNode query = queries.addObject();
            query.set("name", resource.get("aqua:queryName"));
            query.set("query", resource.get("aqua:query"));
            query.set("type", resource.get("aqua:type"));
        }
    }

    private static JsonNode descriptor(Path snapshot) throws Exception {
        return JSON.readTree(snapshot.resolve("datapackage.json").toFile());
    }

    private static void repair(StateDirectory state, ObjectNode file) throws Exception {
        Path path = state.path().resolve("window.json");
        Files.delete(path);
        Files.writeString(path, JSON.writeValueAsString(file));
    }
}
