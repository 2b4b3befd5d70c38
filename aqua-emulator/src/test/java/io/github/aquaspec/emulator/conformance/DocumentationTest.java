package io.github.aquaspec.emulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The requests of Zuora's documentation, byte for byte, and its answers, member by member. Ids differ; so does the
 * version of queries that name none; answers may have members that the older samples lack.
 */
class DocumentationTest {

    private static final Path REQUESTS = Path.of("..", "specs", "zuora-docs");
    private static final Set<String> IDS = Set.of("id", "batchId", "fileId");

    private AquaEmulator emulator;
    private Aqua aqua;

    @BeforeEach
    void start() {
        emulator = AquaEmulator.start(EmulatorConfig.defaults().withNewestApiVersion("65.0"));
        aqua = new Aqua(Tenant.emulator(emulator.url()));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void retrievalTime_isAnsweredAsDocumented() throws IOException {
        JsonNode job = aqua.submit(request("retrieval-time.json"));
        assertSays(job, documented("retrieval-time.submitted.json"));
        assertThat(aqua.ended(job).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void timeOffset_isAnsweredAsDocumented_fromTheSecondRunOn() throws IOException {
        JsonNode first = aqua.submit(request("time-offset.json"));
        assertThat(first.path("batches").findValuesAsText("full")).containsOnly("true");
        aqua.ended(first);
        assertSays(aqua.submit(request("time-offset.json")), documented("time-offset.submitted.json"));
    }

    @Test
    void deletedData_isAnsweredAsDocumented() throws IOException {
        String account = aqua.id();
        String contact = aqua.id();
        aqua.put("Contact", contact, "{}");
        aqua.put(
                "Account",
                account,
                "{\"Name\":\"name1410330690570\",\"Balance\":\"77.86\",\"TaxExemptStatus\":null,\"AutoPay\":false,"
                        + "\"Currency\":\"USD\",\"BillToId\":\"" + contact + "\",\"SoldToId\":\"" + contact + "\"}");
        JsonNode full = aqua.ended(aqua.submit(request("deleted-data.json")));
        assertThat(aqua.column(full, 0, "Account.MyDeleted")).containsOnly("0");
        assertThat(aqua.text(full.path("batches").path(0)))
                .startsWith("Account.MyDeleted,Account: ID,Account: Name,Account: Account Balance,"
                        + "Account: Tax Exempt Status,Account: Auto Pay,Account: Currency,Bill To: ID,Sold To: ID\n")
                .contains("\n0," + account + ",name1410330690570,77.86,,false,USD," + contact + ',' + contact + '\n');

        String created = aqua.id();
        aqua.put(
                "Account",
                created,
                "{\"Name\":\"testIncremenatlLoad\",\"Balance\":0,\"TaxExemptStatus\":\"No\",\"AutoPay\":false,"
                        + "\"Currency\":\"USD\",\"BillToId\":\"" + contact + "\",\"SoldToId\":\"" + contact + "\"}");
        aqua.delete("Account", account);
        JsonNode submitted = aqua.submit(request("deleted-data.json"));
        assertSays(submitted, documented("deleted-data.submitted.json"));
        JsonNode increment = aqua.ended(submitted);
        assertSays(increment, documented("deleted-data.completed.json"));
        assertThat(aqua.rows(increment, 0).subList(1, 3))
                .containsExactlyInAnyOrder(
                        List.of("0", created, "testIncremenatlLoad", "0", "No", "false", "USD", contact, contact),
                        List.of("1", account, "name1410330690570", "77.86", "", "false", "USD", "", ""));
    }

    @Test
    void jobResults_areAnsweredAsDocumented() throws IOException {
        JsonNode submitted = aqua.submit(periods("60.0"));
        JsonNode job = aqua.ended(submitted);
        assertThat(job.path("batches").path(0).path("recordCount").asInt())
                .isEqualTo(aqua.rows(job, 0).size() - 1);
        assertSays(job, withCountOf(job, documented("job-results.completed.json")));
    }

    @Test
    void jobResultsInSegments_areAnsweredAsDocumented() throws IOException {
        aqua.set("segmentation", true);
        JsonNode job = aqua.ended(aqua.submit(periods("59.0")));
        assertSays(job, withCountOf(job, documented("job-results.segments.json")));
        assertThat(job.path("batches").path(0).has("fileId")).isFalse();
    }

    private ObjectNode periods(String apiVersion) {
        ObjectNode job = Aqua.job("select Id,StartDate,EndDate,FiscalYear,Name,Status from AccountingPeriod");
        job.remove(List.of("useQueryLabels", "dateTimeUtc"));
        job.put("version", "1.1")
                .put("partner", "salesforce")
                .put("project", "00170000011K3Ub")
                .put("name", "Example");
        ((ObjectNode) job.path("queries").path(0))
                .put("name", "AccountingPeriod")
                .put("apiVersion", apiVersion);
        return job;
    }

    /** The number of records is the data's business. */
    private static JsonNode withCountOf(JsonNode job, JsonNode documented) {
        ((ObjectNode) documented.path("batches").path(0))
                .set("recordCount", job.path("batches").path(0).path("recordCount"));
        return documented;
    }

    /** Fails unless {@code actual} says all that {@code documented} says. */
    private static void assertSays(JsonNode actual, JsonNode documented) {
        for (Map.Entry<String, JsonNode> member : documented.properties()) {
            String name = member.getKey();
            JsonNode value = actual.path(name);
            if (IDS.contains(name)) {
                assertThat(value.asText()).as(name).matches("[0-9a-f]{32}");
            } else if (name.equals("segments")) {
                assertThat(value.size()).as(name).isEqualTo(member.getValue().size());
                value.forEach(id -> assertThat(id.asText()).matches("[0-9a-f]{32}"));
            } else if (name.equals("startTime")) {
                assertThat(value.isTextual()).as(name).isTrue();
            } else if (name.equals("batches")) {
                assertThat(value.size()).isEqualTo(member.getValue().size());
                for (int i = 0; i < value.size(); i++) {
                    assertSays(value.path(i), member.getValue().path(i));
                }
            } else if (name.equals("deleted")) {
                assertSays(value, member.getValue());
            } else {
                assertThat(value).as(name).isEqualTo(member.getValue());
            }
        }
    }

    private static String request(String name) throws IOException {
        return Files.readString(REQUESTS.resolve(name));
    }

    private static JsonNode documented(String name) throws IOException {
        return new ObjectMapper().readTree(DocumentationTest.class.getResourceAsStream(name));
    }
}
