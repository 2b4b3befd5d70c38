package io.github.aquaspec.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.spec.JobSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestBodyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What may be added, since it cannot change the data. */
    private static final Set<String> ADDED = Set.of("format", "version", "encrypted", "type");

    static Stream<Path> documented() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("..", "specs", "zuora-docs"))) {
            return all.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @Test
    void holds_everyMember_inAFixedOrder_byteForByte() {
        assertThat(body("""
                queries:
                  - query: |
                      select Id as
                        "x" from Account
                    name: Account
                    file: mine
                    apiVersion: "88.0"
                    type: ZOQLEXPORT
                    convertToCurrencies: EUR, GBP
                    deleted: {forceExport: true, format: Boolean, column: IsDeleted}
                warehouseSize: xsmall
                sourceData: LIVE
                notifyUrl: "https://example.com/x?id=${JOBID}&s=${STATUS}"
                nullReplacement: "null"
                dateTimeUtc: "true"
                useQueryLabels: false
                useLastCompletedJobQueries: false
                incrementalTime: 2015-01-21 10:30:01
                offset: 600
                project: aquatest64
                partner: gooddata
                encrypted: none
                name: DSEXPORT
                version: 1.1
                format: CSV
                description: ours
                timeout: PT1H
                """)).isEqualTo("""
                {
                  "format": "csv",
                  "version": "1.1",
                  "name": "DSEXPORT",
                  "encrypted": "none",
                  "partner": "gooddata",
                  "project": "aquatest64",
                  "offset": 600,
                  "incrementalTime": "2015-01-21 10:30:01",
                  "useLastCompletedJobQueries": false,
                  "useQueryLabels": false,
                  "dateTimeUtc": true,
                  "nullReplacement": "null",
                  "notifyUrl": "https://example.com/x?id=${JOBID}&s=${STATUS}",
                  "sourceData": "LIVE",
                  "warehouseSize": "xsmall",
                  "queries": [
                    {
                      "name": "Account",
                      "type": "zoqlexport",
                      "apiVersion": "88.0",
                      "convertToCurrencies": "EUR,GBP",
                      "deleted": {
                        "column": "IsDeleted",
                        "format": "Boolean",
                        "forceExport": true
                      },
                      "query": "select Id as\\n  \\"x\\" from Account"
                    }
                  ]
                }
                """);
    }

    @Test
    void adds_onlyWhatCannotChangeTheData() {
        assertThat(body("queries: [{name: A, query: select Id from Account}]")).isEqualTo("""
                {
                  "format": "gzip",
                  "version": "1.0",
                  "encrypted": "none",
                  "queries": [
                    {
                      "name": "A",
                      "type": "zoqlexport",
                      "query": "select Id from Account"
                    }
                  ]
                }
                """);
    }

    @Test
    void leavesOut_whatIsPrivate() {
        assertThat(body("x-a: 1\nqueries: [{name: A, query: select Id from Account, x-b: {c: 2}}]"))
                .isEqualTo(body("queries: [{name: A, query: select Id from Account}]"));
    }

    @Test
    void isTheSame_whateverTheOrderAndTheLanguageOfTheManifest() {
        assertThat(body("{\"queries\": [{\"query\": \"select Id from Account\", \"name\": \"A\"}], \"version\": 1.0}"))
                .isEqualTo(body("version: '1.0'\nqueries: [{name: A, query: select Id from Account}]"));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void says_whatADocumentedBodySays(Path file) throws IOException {
        JsonNode documented = JSON.readTree(file.toFile());
        JsonNode sent = JSON.readTree(RequestBody.of(JobSpecs.load(file).value().orElseThrow()));

        contains(sent, documented, "");
    }

    @ParameterizedTest
    @CsvSource({"offset, 600, 601", "name, DSEXPORT, OTHER"})
    void theComparisonCanFail(String member, String mine, String theirs) throws IOException {
        JsonNode sent = JSON.readTree("{\"" + member + "\":\"" + mine + "\"}");
        JsonNode documented = JSON.readTree("{\"" + member + "\":\"" + theirs + "\"}");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> contains(sent, documented, ""))
                .isInstanceOf(AssertionError.class);
    }

    /** Each member that is documented is sent with the same value; what is more is among the additions. */
    private static void contains(JsonNode sent, JsonNode documented, String path) {
        if (documented.isObject()) {
            for (Map.Entry<String, JsonNode> member : documented.properties()) {
                contains(sent.path(member.getKey()), member.getValue(), path + "." + member.getKey());
            }
            sent.fieldNames()
                    .forEachRemaining(name -> assertThat(documented.has(name) || ADDED.contains(name))
                            .as(path + "." + name)
                            .isTrue());
        } else if (documented.isArray()) {
            assertThat(sent.size()).as(path).isEqualTo(documented.size());
            for (int i = 0; i < documented.size(); i++) {
                contains(sent.get(i), documented.get(i), path + "[" + i + "]");
            }
        } else if (path.equals(".format")) {
            assertThat(sent.asText()).isEqualToIgnoringCase(documented.asText());
        } else {
            assertThat(sent.asText()).as(path).isEqualTo(documented.asText().strip());
        }
    }

    private static String body(String manifest) {
        return RequestBody.of(JobSpecs.parse(manifest.startsWith("{") ? "a.json" : "a.yaml", manifest)
                .value()
                .orElseThrow());
    }
}
