package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AquaEmulatorTest {

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void aCsvJobLeavesAFileWithAHeaderAndEveryRecord() throws Exception {
        JsonNode submitted = client.submit("""
                {"format":"csv","version":"1.0","name":"n","queries":[
                  {"name":"Account","query":"select Id, AccountNumber from Account","type":"zoqlexport"}]}
                """);
        assertThat(submitted.path("status").asText()).isEqualTo("submitted");
        JsonNode job = client.await(submitted);
        assertThat(job.path("status").asText()).isEqualTo("completed");
        JsonNode batch = job.path("batches").path(0);
        String csv = new String(client.file(batch.path("fileId").asText()).body(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("Account: ID,Account: Account Number\n8ad0");
        assertThat(csv.lines().count())
                .isEqualTo(batch.path("recordCount").asLong() + 1)
                .isEqualTo(241);
    }
}
