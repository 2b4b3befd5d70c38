package io.github.aquaspec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptorTest {

    private static final String STORED = "1".repeat(64);
    private static final String CONTENT = "2".repeat(64);

    static final DataPackage FULL = new DataPackage(
            "crm/nightly",
            Optional.of("what changes: every night"),
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            new DataPackage.Job(
                    "2c92c0f9",
                    "1.1",
                    DataPackage.Mode.STATEFUL,
                    Optional.of("gooddata"),
                    Optional.of("aqua"),
                    Optional.of(new DataPackage.Window(
                            Instant.parse("2025-12-31T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"))),
                    Optional.of(new DataPackage.Target("us", Optional.of("4"), Optional.of("org-a,org-b")))),
            List.of(new DataPackage.Resource(
                    "account-0001",
                    new StoredFile("account-0001.csv.gz", 120, STORED),
                    List.of("Account.Id", "Größe \"x\"\n"),
                    "NULL",
                    Optional.of("\r\n"),
                    new DataPackage.Content(400, CONTENT, 3),
                    new DataPackage.Query(
                            "Account",
                            "select Id from Account\nwhere Name = '</script>'",
                            "zoqlexport",
                            Optional.of("145.0"),
                            Optional.of("b1"),
                            DataPackage.Load.INCREMENTAL,
                            Optional.of(new DataPackage.Deleted("Gone", Optional.of("Boolean"))),
                            Optional.of(1)))));

    @Test
    void writesEveryMemberInItsPlace() throws Exception {
        assertThat(new String(DescriptorWriter.write(FULL), UTF_8)).isEqualTo("""
                        {
                          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
                          "name": "crm/nightly",
                          "description": "what changes: every night",
                          "created": "2026-01-02T03:04:05Z",
                          "sources": [
                            {
                              "title": "Zuora AQuA job 2c92c0f9"
                            }
                          ],
                          "aqua:jobId": "2c92c0f9",
                          "aqua:version": "1.1",
                          "aqua:mode": "stateful",
                          "aqua:partner": "gooddata",
                          "aqua:project": "aqua",
                          "aqua:window": {
                            "from": "2025-12-31T00:00:00Z",
                            "to": "2026-01-01T00:00:00Z"
                          },
                          "aqua:environment": "us",
                          "aqua:entityId": "4",
                          "aqua:orgIds": "org-a,org-b",
                          "resources": [
                            {
                              "name": "account-0001",
                              "type": "table",
                              "path": "account-0001.csv.gz",
                              "format": "csv",
                              "mediatype": "text/csv",
                              "compression": "gz",
                              "encoding": "utf-8",
                              "bytes": 120,
                              "hash": "sha256:1111111111111111111111111111111111111111111111111111111111111111",
                              "dialect": {
                                "header": true,
                                "delimiter": ",",
                                "lineTerminator": "\\r\\n",
                                "quoteChar": "\\"",
                                "doubleQuote": true,
                                "skipInitialSpace": false
                              },
                              "schema": {
                                "fields": [
                                  {
                                    "name": "Account.Id",
                                    "type": "string"
                                  },
                                  {
                                    "name": "Größe \\"x\\"\\n",
                                    "type": "string"
                                  }
                                ],
                                "missingValues": [
                                  "NULL"
                                ]
                              },
                              "aqua:queryName": "Account",
                              "aqua:query": "select Id from Account\\nwhere Name = '</script>'",
                              "aqua:type": "zoqlexport",
                              "aqua:apiVersion": "145.0",
                              "aqua:batchId": "b1",
                              "aqua:load": "incremental",
                              "aqua:deleted": {
                                "column": "Gone",
                                "format": "Boolean"
                              },
                              "aqua:segment": 1,
                              "aqua:recordCount": 3,
                              "aqua:contentBytes": 400,
                              "aqua:contentSha256": "2222222222222222222222222222222222222222222222222222222222222222"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        assertThat(DescriptorReader.read(DescriptorWriter.write(FULL))).isEqualTo(FULL);
        DataPackage small = Snapshots.descriptor("a", new StoredFile("a.csv", 1, STORED), new byte[1], 0);
        assertThat(DescriptorReader.read(DescriptorWriter.write(small))).isEqualTo(small);
        DataPackage undated = new DataPackage("a", Optional.empty(), Optional.empty(), small.job(), small.resources());
        assertThat(DescriptorReader.read(DescriptorWriter.write(undated))).isEqualTo(undated);
        assertThat(new String(DescriptorWriter.write(undated), UTF_8))
                .doesNotContain("created", "description", "compression", "aqua:deleted");
    }

    @Test
    void refusesWhatItWouldNotHaveWritten() throws Exception {
        String json = new String(DescriptorWriter.write(FULL), UTF_8);
        assertRefused("", "`resources` is missing");
        assertRefused("[]", "`resources` is missing");
        assertRefused("{", "not JSON near line 1");
        assertRefused(json + "{}", "not JSON near line");
        assertRefused(json.replace("\"name\": \"crm", "\"created\": \"crm"), "not JSON near line");
        assertRefused(json.replace("\"bytes\": 120", "\"bytes\": \"120\""), "`bytes` is not a whole number");
        assertRefused(json.replace("\"bytes\": 120", "\"bytes\": -1"), "negative length");
        assertRefused(json.replace("\"bytes\": 120", "\"bytes\": 1e99"), "`bytes` is not a whole number");
        assertRefused(json.replace("sha256:1", "md5:1"), "`hash` is not a SHA-256");
        assertRefused(json.replace("sha256:1", "sha256:x"), "not a SHA-256");
        assertRefused(json.replace("\"account-0001.csv.gz\"", "\"../x.csv\""), "not a file name");
        assertRefused(json.replace("2026-01-02T03:04:05Z", "yesterday"), "yesterday");
        assertRefused(json.replace("incremental", "some"), "`aqua:load` is neither full nor incremental");
        assertRefused(json.replace("incremental", "INCREMENTAL"), "`aqua:load` is neither full nor incremental");
        assertRefused(json.replace("stateful", "some"), "`aqua:mode` is neither stateless nor stateful");
        assertRefused(json.replace("\"aqua:segment\": 1", "\"aqua:segment\": 9999999999"), "overflow");
        assertRefused(json.replace("\"aqua:jobId\"", "\"aqua:job\""), "`aqua:jobId` is missing");
    }

    private static void assertRefused(String json, String what) {
        assertThatThrownBy(() -> DescriptorReader.read(json.getBytes(UTF_8)))
                .isInstanceOf(MalformedDescriptorException.class)
                .hasMessageContaining(what);
    }

    @Test
    void cannotDescribeTwoFilesOfOneName() {
        DataPackage.Resource one = FULL.resources().get(0);
        assertThatThrownBy(() -> new DataPackage("a", Optional.empty(), FULL.created(), FULL.job(), List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
