package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {

    private static final String QUERY = "select Id from Account";
    private static final String STATEFUL = "\"version\":\"1.1\",\"partner\":\"acme\",\"project\":\"p\"";

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start(EmulatorConfig.defaults().withPartners("acme", "gooddata"));
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void anAcceptedJobIsSubmittedAndItsBatchesPend() throws Exception {
        JsonNode job = client.submit("""
                {"format":"gzip","version":"1.0","name":"nightly","encrypted":"none","useQueryLabels":true,
                 "queries":[{"name":"Account","type":"zoqlexport","apiVersion":"91.0","query":"select Id from Account"}]}
                """);
        assertThat(names(job))
                .containsExactlyInAnyOrder(
                        "id",
                        "status",
                        "version",
                        "format",
                        "name",
                        "encrypted",
                        "useLastCompletedJobQueries",
                        "offset",
                        "batches");
        assertThat(job.path("id").asText()).matches("[0-9a-f]{32}");
        assertThat(job.path("status").asText()).isEqualTo("submitted");
        assertThat(job.path("version")).isEqualTo(text("1.0"));
        assertThat(job.path("format").asText()).isEqualTo("GZIP");
        assertThat(job.path("name").asText()).isEqualTo("nightly");
        assertThat(job.path("encrypted").asText()).isEqualTo("none");
        assertThat(job.path("useLastCompletedJobQueries").isBoolean()).isTrue();
        assertThat(job.path("offset").asInt(-1)).isZero();
        assertThat(job.path("batches")).hasSize(1);
        JsonNode batch = job.path("batches").path(0);
        assertThat(names(batch))
                .containsExactlyInAnyOrder(
                        "batchId",
                        "name",
                        "query",
                        "batchType",
                        "apiVersion",
                        "status",
                        "localizedStatus",
                        "recordCount",
                        "full");
        assertThat(batch.path("batchId").asText()).matches("[0-9a-f]{32}");
        assertThat(batch.path("status").asText()).isEqualTo("pending");
        assertThat(batch.path("localizedStatus").asText()).isEqualTo("pending");
        assertThat(batch.path("query").asText()).isEqualTo("select Id from Account");
        assertThat(batch.path("batchType").asText()).isEqualTo("zoqlexport");
        assertThat(batch.path("apiVersion")).isEqualTo(text("91.0"));
        assertThat(batch.path("recordCount").isIntegralNumber()).isTrue();
        assertThat(batch.path("recordCount").asInt(-1)).isZero();
        assertThat(batch.path("full").asBoolean()).isTrue();
    }

    @Test
    void whatIsSentComesBack() throws Exception {
        JsonNode job = client.submitQuery(
                QUERY,
                STATEFUL,
                "\"offset\":600",
                "\"notifyUrl\":\"https://example.com/?id=${JOBID}\"",
                "\"incrementalTime\":\"2015-01-21 10:30:01\"");
        assertThat(job.path("partner").asText()).isEqualTo("acme");
        assertThat(job.path("project").asText()).isEqualTo("p");
        assertThat(job.path("offset").asInt()).isEqualTo(600);
        assertThat(job.path("notifyUrl").asText()).isEqualTo("https://example.com/?id=${JOBID}");
        assertThat(job.path("incrementalTime").asLong()).isEqualTo(1421865001000L);
        assertThat(job.path("batches").path(0).path("full").asBoolean(true)).isFalse();
    }

    @Test
    void theSourceOfTheDataDoesNotComeBack() throws Exception {
        JsonNode job = client.submitQuery(QUERY, "\"sourceData\":\"WAREHOUSE\"", "\"warehouseSize\":\"xsmall\"");
        assertThat(job.has("id")).isTrue();
        assertThat(names(job)).doesNotContain("sourceData", "warehouseSize");
    }

    @Test
    void aQueryWithoutAVersionGetsTheNewest() throws Exception {
        assertThat(client.submitQuery(QUERY)
                        .path("batches")
                        .path(0)
                        .path("apiVersion")
                        .asText())
                .isEqualTo("145.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":1.0",
                "\"version\":1",
                "\"version\":\"1.0\"",
                "\"version\":\"1.2\"",
                "\"format\":\"CSV\"",
                "\"format\":\"Zip\"",
                "\"useQueryLabels\":\"true\"",
                "\"useQueryLabels\":\"TRUE\"",
                "\"dateTimeUtc\":false",
                "\"offset\":\"600\"",
                "\"name\":null",
                "\"partner\":null",
                "\"somethingNew\":{\"a\":[]}"
            })
    void whatCanBeMeantIsUnderstood(String member) throws Exception {
        assertThat(client.submitQuery(QUERY, member).path("id").asText()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"format\":\"json\"",
                "\"version\":\"2.0\"",
                "\"version\":\"one\"",
                "\"version\":1e400000000",
                "\"useQueryLabels\":\"yes\"",
                "\"offset\":3601",
                "\"offset\":-1",
                "\"encrypted\":\"rot13\"",
                "\"queries\":{}",
                "\"queries\":[1]",
                "\"queries\":[{\"name\":\"no text\"}]",
                "\"queries\":[{\"query\":\"select Id from Account\",\"type\":\"sql\"}]",
                "\"queries\":[{\"query\":\"select Id from Account\",\"deleted\":[{\"column\":\"d\"}]}]",
                "\"queries\":[{\"query\":\"select Id from Account\",\"deleted\":{\"format\":\"Numeric\"}}]",
                "\"queries\":[{\"query\":\"select Id from Account\",\"deleted\":{\"column\":\"d\",\"format\":\"numeric\"}}]"
            })
    void whatCannotBeMeantIsMalformed_withStatus200(String member) throws Exception {
        assertMalformed(client.send("POST", "/v1/batch-query", PlainClient.job(List.of(QUERY), member)), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "{\"queries\":[]} trailing", "{'queries':[]}"})
    void whatIsNoJsonIsMalformed_withStatus400(String body) throws Exception {
        assertMalformed(client.send("POST", "/v1/batch-query", body), 400);
    }

    @Test
    void anArrayIsNoRequest() throws Exception {
        assertMalformed(client.send("POST", "/v1/batch-query", "[]"), 200);
    }

    @Test
    void anUnknownFieldRejectsTheWholeJob() throws Exception {
        JsonNode answer =
                client.submit(PlainClient.job(List.of(QUERY, "select Foo from Account"), "\"name\":\"demo\""));
        assertThat(names(answer))
                .containsExactlyInAnyOrder(
                        "errorCode",
                        "message",
                        "status",
                        "version",
                        "format",
                        "name",
                        "encrypted",
                        "useLastCompletedJobQueries",
                        "batches");
        assertRejected(
                answer,
                "90005",
                "There is a syntax error in one of the queries in the AQuA input (There is no field named Foo)");
        assertThat(answer.path("batches")).hasSize(2);
        assertThat(names(answer.path("batches").path(1)))
                .contains("query", "name", "status")
                .doesNotContain("batchId", "fileId", "message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from Nothing",
                "select Id from ChargeMetrics",
                "select Nowhere.Id from Account",
                "select Nowhere.* from Account",
                "select Id from Account where Nowhere.Id = 'a'"
            })
    void anUnknownObjectOrRelationIsNoDataSource(String query) throws Exception {
        assertRejected(
                client.submitQuery(query),
                "90005",
                "There is a syntax error in one of the queries in the AQuA input"
                        + " (The requested data source could not be found)");
    }

    @Test
    void fiftyQueriesAreAccepted_oneMoreIsNot() throws Exception {
        assertThat(client.submit(PlainClient.job(Collections.nCopies(50, QUERY)))
                        .has("id"))
                .isTrue();
        assertRejected(
                client.submit(PlainClient.job(Collections.nCopies(51, QUERY))),
                "90004",
                "Invalid number of queries allowed. A maximum of 50 queries are supported in an AQuA request");
    }

    @Test
    void aStatelessJobNeedsQueries() throws Exception {
        assertRejected(
                client.submit("{\"version\":\"1.0\",\"queries\":[]}"),
                "90016",
                "There are no queries included in the AQuA version 1.0 request");
        assertRejected(client.submit("{}"), "90016");
        assertRejected(client.submit("{\"version\":\"1.1\",\"partner\":\"acme\",\"queries\":[]}"), "90016");
    }

    @Test
    void aStatefulJobWithoutQueriesHasNothingToRepeatYet() throws Exception {
        String unused = "\"version\":\"1.1\",\"partner\":\"acme\",\"project\":\"unused\"";
        assertRejected(client.submit('{' + unused + ",\"queries\":[]}"), "90016");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stateless, not forced     |\"version\":\"1.0\"| Account          | false | 90012",
                "stateless by lack         |\"version\":\"1.1\"| Account          | false | 90012",
                "stateless, forced         |\"version\":\"1.0\"| Account          | true  | ",
                "stateful                  |STATEFUL           | Account          | false | ",
                "stateful, unsupported     |STATEFUL           | AccountingPeriod | false | 90017",
                "stateless, unsupported    |\"version\":\"1.0\"| accountingperiod | true  | 90017",
                "neither                   |\"version\":\"1.0\"| AccountingPeriod | false | 90012"
            })
    void deletedRecordsNeedStateOrForce_andAnObjectThatKeepsThem(
            String name, String mode, String object, boolean force, String code) throws Exception {
        JsonNode answer = client.submit("""
                {%s,"queries":[{"query":"select Id from %s","type":"zoqlexport",
                  "deleted":{"column":"IsDeleted","format":"Boolean","forceExport":%s}}]}
                """.formatted(mode.equals("STATEFUL") ? STATEFUL : mode, object, force));
        if (code == null) {
            assertThat(answer.has("id")).as(answer.toString()).isTrue();
            assertThat(answer.path("batches").path(0).path("deleted").toString())
                    .isEqualTo("{\"column\":\"IsDeleted\",\"format\":\"Boolean\"}");
        } else {
            assertRejected(answer, code);
        }
    }

    @Test
    void anUnregisteredPartnerIsNotRecognized_butInVersion10NobodyAsks() throws Exception {
        assertRejected(
                client.submitQuery(QUERY, "\"version\":\"1.1\",\"partner\":\"stranger\",\"project\":\"p\""),
                "90019",
                "Partner ID is not recognized");
        assertThat(client.submitQuery(QUERY, "\"version\":\"1.0\",\"partner\":\"stranger\",\"project\":\"p\"")
                        .has("id"))
                .isTrue();
    }

    @Test
    void withoutRegisteredPartnersAnyIsFine() throws Exception {
        try (AquaEmulator open = AquaEmulator.start()) {
            JsonNode job = new PlainClient(open.url())
                    .submitQuery(QUERY, "\"version\":\"1.1\",\"partner\":\"stranger\",\"project\":\"p\"");
            assertThat(job.has("id")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2015-01-21T10:30:01", "2015-01-21", "2015-02-30 10:30:01", "2015-01-21 10:30:01Z", "21.1.2015"})
    void incrementalTimeHasOneForm(String time) throws Exception {
        assertRejected(
                client.submitQuery(QUERY, STATEFUL, "\"incrementalTime\":\"" + time + '"'),
                "90015",
                "The incremental timestamp is invalid");
    }

    @Test
    void theNotifyUrlHasALimit() throws Exception {
        String longest = "https://example.com/" + "x".repeat(4979);
        assertThat(client.submitQuery(QUERY, "\"notifyUrl\":\"" + longest + '"').has("id"))
                .isTrue();
        assertRejected(
                client.submitQuery(QUERY, "\"notifyUrl\":\"" + longest + "x\""),
                "90014",
                "notifyURL must be less than 5000 characters in length");
    }

    @Test
    void distinctNeedsCount() throws Exception {
        assertRejected(
                client.submitQuery("select distinct Status from Account"),
                "90020",
                "Invalid Distinct column, without Count function");
        assertThat(client.submitQuery("select count(distinct Status) from Account")
                        .has("id"))
                .isTrue();
    }

    @Test
    void currenciesAreIsoCodes() throws Exception {
        String query = "{\"queries\":[{\"query\":\"select Id from Account\",\"convertToCurrencies\":\"%s\"}]}";
        assertThat(client.submit(query.formatted("EUR,GBP")).has("id")).isTrue();
        assertRejected(
                client.submit(query.formatted("EUR,QQQ")),
                "90021",
                "Invalid currency specified in the convertToCurrencies request parameter");
    }

    @Test
    void ofSeveralReasonsTheFirstInTheOrderIsTold() throws Exception {
        String everything = "\"version\":\"1.1\",\"partner\":\"%s\",\"project\":\"p\",\"notifyUrl\":\"%s\","
                + "\"incrementalTime\":\"%s\",\"queries\":[{\"query\":\"select distinct Foo from AccountingPeriod\","
                + "\"deleted\":{\"column\":\"%s\",\"format\":\"Numeric\"},\"convertToCurrencies\":\"%s\"}]";
        String tooLong = "x".repeat(5000);
        assertRejected(client.submit('{' + everything.formatted("stranger", tooLong, "?", "d", "?") + '}'), "90019");
        assertRejected(client.submit('{' + everything.formatted("acme", tooLong, "?", "d", "?") + '}'), "90014");
        assertRejected(client.submit('{' + everything.formatted("acme", "u", "?", "d", "?") + '}'), "90015");
        String time = "2026-01-01 00:00:00";
        assertRejected(client.submit('{' + everything.formatted("acme", "u", time, "d", "?") + '}'), "90017");
        String deletable = everything.replace("AccountingPeriod", "Account");
        assertRejected(client.submit('{' + deletable.formatted("acme", "u", time, "d", "?") + '}'), "90021");
        assertRejected(client.submit('{' + deletable.formatted("acme", "u", time, "d", "USD") + '}'), "90020");
        String plain = deletable.replace("distinct ", "");
        assertRejected(client.submit('{' + plain.formatted("acme", "u", time, "d", "USD") + '}'), "90005");
    }

    @Test
    void encryptionIsRefusedByName() throws Exception {
        JsonNode answer = client.submitQuery(QUERY, "\"encrypted\":\"pgp\"");
        assertRejected(answer, "90010");
        assertThat(answer.path("message").asText()).contains("encrypt");
    }

    private static void assertRejected(JsonNode answer, String code, String message) {
        assertRejected(answer, code);
        assertThat(answer.path("message").asText()).isEqualTo(message);
    }

    private static void assertRejected(JsonNode answer, String code) {
        assertThat(answer.path("errorCode")).as(answer.toString()).isEqualTo(text(code));
        assertThat(answer.path("status").asText()).isEqualTo("error");
        assertThat(answer.has("id")).isFalse();
    }

    private static void assertMalformed(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(PlainClient.json(answer).toString())
                .isEqualTo("{\"success\":false,\"code\":50000090,"
                        + "\"message\":\"Oops, request is malformed. Please check your request.\"}");
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
