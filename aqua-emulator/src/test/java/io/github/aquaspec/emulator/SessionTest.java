package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over real HTTP, with real threads, on a real clock. */
class SessionTest {

    private static final String QUERY = "select Id from Product";
    private static final String[] SESSION = {
        "\"version\":\"1.1\"", "\"partner\":\"acme\"", "\"project\":\"shop\"", "\"useQueryLabels\":true"
    };

    @Test
    void nothingIsLostAndNothingComesTwice_whileRecordsAreMade() throws Exception {
        try (AquaEmulator emulator = AquaEmulator.start()) {
            PlainClient client = new PlainClient(emulator.url());
            List<String> made = new ArrayList<>();
            List<String> seen = new ArrayList<>(ids(client));
            CompletableFuture<Void> maker = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 200; i++) {
                    made.add(emulator.records().insert("Product", Map.of("Name", "made " + i)));
                }
            });
            while (!maker.isDone()) {
                seen.addAll(ids(client));
            }
            maker.join();
            seen.addAll(ids(client));
            assertThat(seen).doesNotHaveDuplicates().containsAll(made).hasSize(10 + made.size());
        }
    }

    /** Several times: it hangs on who comes first. */
    @RepeatedTest(6)
    void jobsOfAPairThatAreSubmittedAtOnceShareTheRecordsBetweenThem() throws Exception {
        try (AquaEmulator emulator = AquaEmulator.start()) {
            PlainClient client = new PlainClient(emulator.url());
            List<JsonNode> submitted = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                submitted.add(client.submitQuery(QUERY, SESSION));
                emulator.records().insert("Product", Map.of("Name", "made " + i));
            }
            List<String> seen = new ArrayList<>();
            for (JsonNode job : submitted) {
                seen.addAll(ids(client, client.await(job)));
            }
            seen.addAll(ids(client));
            assertThat(seen).doesNotHaveDuplicates().hasSize(18);
        }
    }

    @Test
    void sessionsJobsAndFilesOutliveTheEmulator_whereItHasADirectory(@TempDir Path directory) throws Exception {
        EmulatorConfig config = EmulatorConfig.defaults().withDirectory(directory);
        JsonNode first;
        try (AquaEmulator emulator = AquaEmulator.start(config)) {
            PlainClient client = new PlainClient(emulator.url());
            first = client.await(client.submitQuery(QUERY, SESSION));
        }
        try (AquaEmulator emulator = AquaEmulator.start(config)) {
            PlainClient client = new PlainClient(emulator.url());
            assertThat(client.poll(first)).isEqualTo(first);
            assertThat(ids(client, first)).hasSize(10);
            String id = emulator.records().insert("Product", Map.of("Name", "new"));
            assertThat(ids(client)).containsExactly(id);
        }
    }

    @Test
    void aJobThatRunsWhenTheEmulatorEndsIsRunByTheNext(@TempDir Path directory) throws Exception {
        EmulatorConfig config = EmulatorConfig.defaults().withDirectory(directory);
        JsonNode submitted;
        try (AquaEmulator emulator = AquaEmulator.start(config)) {
            PlainClient client = new PlainClient(emulator.url());
            submitted = client.submit(
                    PlainClient.job(List.of("select Id, Account.Name, Invoice.Id from InvoiceItem"), SESSION));
        }
        try (AquaEmulator emulator = AquaEmulator.start(config)) {
            PlainClient client = new PlainClient(emulator.url());
            JsonNode job = client.await(submitted);
            assertThat(job.path("status").asText()).isEqualTo("completed");
            assertThat(ids(client, job)).hasSize(1440);
        }
    }

    @Test
    void twoPairsDoNotKnowOfEachOther() throws Exception {
        try (AquaEmulator emulator = AquaEmulator.start()) {
            PlainClient client = new PlainClient(emulator.url());
            assertThat(ids(client)).hasSize(10);
            String[] other = SESSION.clone();
            other[2] = "\"project\":\"depot\"";
            JsonNode job = client.await(client.submitQuery(QUERY, other));
            assertThat(new TreeSet<>(ids(client, job))).hasSize(10);
        }
    }

    /** The ids of the next job of the session. */
    private static List<String> ids(PlainClient client) throws Exception {
        return ids(client, client.await(client.submitQuery(QUERY, SESSION)));
    }

    private static List<String> ids(PlainClient client, JsonNode job) throws Exception {
        String csv = new String(client.file(job, 0).body(), StandardCharsets.UTF_8);
        return Csv.parse(csv).stream().skip(1).map(row -> row.get(0)).toList();
    }
}
