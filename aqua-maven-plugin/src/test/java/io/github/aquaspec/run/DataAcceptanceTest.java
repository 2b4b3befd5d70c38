package io.github.aquaspec.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that clients of AQuA are known to get wrong, in whole runs: right data are published, wrong ones never. */
class DataAcceptanceTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String QUERY = "select Id, Name from Account";
    private static final String HEADER = "Account.Id,Account.Name\n";
    private static final String MANIFEST = manifest(QUERY);

    @TempDir
    private Path output;

    private final ServedTenant tenant = new ServedTenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n\n", ",\n", "\"\"\n\"\""})
    void countsARecordWithALineBreakInACell_asOne(String lineBreak) throws Exception {
        String csv = HEADER + "1,\"a" + lineBreak + "b\"\n2,c\n";

        assertPublished(csv, 2);
    }

    @Test
    void publishesACellOfAnyLength() throws Exception {
        assertPublished(HEADER + "1," + "x".repeat(200_000) + "\n2,\"" + "y\n".repeat(100_000) + "\"\n", 2);
    }

    @Test
    void changesNoByte_ofWordsTimesNullsAndFormulas() throws Exception {
        assertPublished(HEADER + """
                        1,Zürich 東京 😀
                        2,2026-11-22T02:00:00+1000
                        3,
                        4,=1+1
                        5," ,""quoted"", "
                        """, 5);
    }

    @Test
    void keepsANulByte_andSaysSo() throws Exception {
        String csv = HEADER + "1,a\0b\n";
        JobOutcome outcome = run(MANIFEST, csv, 1);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(Outcomes.codes(outcome)).containsExactly("AQ721");
        assertThat(output.resolve("a/Account.csv")).hasContent(csv);
    }

    @Test
    void keepsTheNamesOfColumns_ofTwoIdsToo() throws Exception {
        String query = "select Id, Account.Id from Invoice";
        String csv = "Invoice.Id,Account.Id\n1,9\n";
        tenant.file("f", csv.getBytes(UTF_8)).batch("Account", query, 1, "f");

        JobOutcome outcome = run(manifest(query));

        assertThat(Outcomes.codes(outcome)).isEmpty();
        assertThat(output.resolve("a/Account.csv")).hasContent(csv);
    }

    @Test
    void publishesColumnsInAnotherOrder_underTheirNames() throws Exception {
        String csv = "Account.Name,Account.Id\nx,1\n";
        tenant.file("f", csv.getBytes(UTF_8)).batch("Account", QUERY, 1, "f");

        assertThat(Outcomes.codes(run(MANIFEST))).isEmpty();
        assertThat(output.resolve("a/Account.csv")).hasContent(csv);
        assertThat(output.resolve("a/datapackage.json"))
                .content()
                .containsSubsequence("\"Account.Name\"", "\"Account.Id\"");
    }

    @Test
    void saysThatAColumnCame_thatNobodyAskedFor_andStopsWhereTheManifestKnowsItsColumns() throws Exception {
        String csv = "Account.Id,Account.Name,Account.Extra\n1,a,b\n";
        tenant.file("f", csv.getBytes(UTF_8)).batch("Account", QUERY, 1, "f");

        JobOutcome odd = run(MANIFEST);
        assertThat(odd).isInstanceOf(JobOutcome.Published.class);
        assertThat(Outcomes.codes(odd)).containsExactly("AQ724");
        assertThat(odd.diagnostics().get(0).message()).contains("Account.Extra");

        JobOutcome declared = run(MANIFEST + "    expect: {columns: [Account.Id, Account.Name]}\n");
        assertThat(declared).isInstanceOf(JobOutcome.Failed.class);
        assertThat(Outcomes.codes(declared)).contains("AQ733");
    }

    @ParameterizedTest
    @CsvSource({"'1,a\n2\n', 2, AQ704", "'1,a,b\n', 1, AQ704", "'1,a\n2,\"b\n', 2, AQ704"})
    void publishesNoRecordThatIsTooShortOrTooLong(String records, long announced, String code) throws Exception {
        assertRefused(run(MANIFEST, HEADER + records, announced), code);
    }

    @ParameterizedTest
    @CsvSource({"csv", "gzip", "zip"})
    void publishesNoFile_thatIsCutBetweenTwoRecords(String format) throws Exception {
        assertRefused(run("format: " + format + "\n" + MANIFEST, HEADER + "1,a\n2,b\n", 3), "AQ705");
    }

    @Test
    void publishesNoResult_ofWhichMoreCameThanWasAnnounced() throws Exception {
        assertRefused(run(MANIFEST, HEADER + "1,a\n2,b\n3,c\n4,d\n5,e\n", 3), "AQ705");
    }

    @Test
    void publishesNothing_whereAFileIsEmpty_forEvenNoRecordsHaveAHeader() throws Exception {
        assertRefused(run(MANIFEST, "", 0), "AQ703");
    }

    @Test
    void publishesAHeaderAlone_whereThereAreNoRecords() throws Exception {
        assertPublished(HEADER, 0);
    }

    @Test
    void publishesAllSegments_whereAFileStandsBesideThem() throws Exception {
        tenant.file("f", (HEADER + "1,a\n").getBytes(UTF_8))
                .file("s1", (HEADER + "1,a\n").getBytes(UTF_8))
                .file("s2", (HEADER + "2,b\n").getBytes(UTF_8))
                .segmentsBeside("f", "Account", QUERY, 2, "s1", "s2");

        assertThat(Outcomes.codes(run(MANIFEST))).isEmpty();
        assertThat(output.resolve("a/Account.csv")).hasContent(HEADER + "1,a\n2,b\n");
    }

    @Test
    void publishesNothing_ofACompletedJob_thatHasNoBatches() throws Exception {
        assertRefused(run(MANIFEST), "AQ609");
    }

    @Test
    void publishesNeitherFile_whereTheSecondOfTwoQueriesIsLeftOut() throws Exception {
        tenant.file("f", (HEADER + "1,a\n").getBytes(UTF_8)).batch("Account", QUERY, 1, "f");

        assertRefused(
                run(
                        MANIFEST
                                + "  - {name: Contact, type: zoqlexport, apiVersion: \"145.0\", query: select Id from Contact}\n"),
                "AQ609");
        assertThat(tenant.asked()).noneMatch(asked -> asked.startsWith("GET /v1/files/"));
    }

    private void assertPublished(String csv, long records) throws Exception {
        JobOutcome outcome = run(MANIFEST, csv, records);

        assertThat(Outcomes.codes(outcome)).isEmpty();
        assertThat(((JobOutcome.Published) outcome).results())
                .singleElement()
                .satisfies(result -> assertThat(result.records()).isEqualTo(records));
        assertThat(Files.readString(output.resolve("a/Account.csv"))).isEqualTo(csv);
    }

    private void assertRefused(JobOutcome outcome, String code) {
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(Outcomes.codes(outcome)).containsExactly(code);
        assertThat(output.resolve("a")).doesNotExist();
    }

    private static String manifest(String query) {
        return """
                version: "1.0"
                useQueryLabels: true
                queries:
                  - name: Account
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: %s
                """.formatted(query);
    }

    /** Runs a manifest of one query, whose file is this text in the format that is asked for. */
    private JobOutcome run(String manifest, String csv, long records) throws Exception {
        String format = manifest.startsWith("format: ") ? manifest.substring(8, manifest.indexOf('\n')) : "csv";
        tenant.file("f", ServedTenant.packed(format, csv)).batch("Account", QUERY, records, "f");
        return run(manifest.startsWith("format: ") ? manifest : "format: csv\n" + manifest);
    }

    private JobOutcome run(String manifest) throws Exception {
        String text = manifest.startsWith("format: ") ? manifest : "format: csv\n" + manifest;
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .manifest("a", text)
                .run(tenant.url())
                .get(0);
    }
}
