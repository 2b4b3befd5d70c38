package io.github.aquaspec.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.report.Ledger;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.release.SnapshotAudit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in segments: merged into one, or kept apart; a segment is never lost, doubled or mixed up. */
class SegmentedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String QUERY = "select Id, Name from Account";
    private static final String MERGE = """
            version: "1.0"
            format: csv
            useQueryLabels: true
            queries:
              - name: Account
                file: account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
            """;
    private static final String KEEP = "output: {segments: keep}\n" + MERGE;
    private static final String HEADER = "Account.Id,Account.Name\n";

    @TempDir
    private Path output;

    private final ServedTenant tenant = new ServedTenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void mergesSegments_inTheOrderInWhichTheyAreListed() throws Exception {
        file("s1", "1,a\n2,b").file("s2", "").file("s9", "3,\"c\nc\"\n");
        tenant.segments("Account", QUERY, 3, "s1", "s2", "s9");

        assertThat(run(MERGE)).isInstanceOf(JobOutcome.Published.class);

        assertThat(output.resolve("a/account.csv")).hasContent(HEADER + "1,a\n2,b\n3,\"c\nc\"\n");
        assertThat(output.resolve("a/datapackage.json")).content().doesNotContain("aqua:segment");
    }

    @ParameterizedTest
    @CsvSource({"s2 s1, '2,b\n1,a\n'", "s1 s2, '1,a\n2,b\n'"})
    void ordersByTheList_notById(String ids, String records) throws Exception {
        file("s1", "1,a\n").file("s2", "2,b\n");
        tenant.segments("Account", QUERY, 2, ids.split(" ", -1));

        assertThat(run(MERGE)).isInstanceOf(JobOutcome.Published.class);
        assertThat(output.resolve("a/account.csv")).hasContent(HEADER + records);
    }

    @Test
    void mergesAListOfOne_asIfItWereAFile() throws Exception {
        file("s1", "1,a\n");
        tenant.segments("Account", QUERY, 1, "s1");

        assertThat(run(MERGE)).isInstanceOf(JobOutcome.Published.class);
        assertThat(output.resolve("a/account.csv")).hasContent(HEADER + "1,a\n");
    }

    @Test
    void keepsSegmentsApart_eachWithItsHeader_andCountsThemAsOneQuery() throws Exception {
        file("s1", "1,a\n2,b").file("s2", "").file("s3", "3,c\n");
        tenant.segments("Account", QUERY, 3, "s1", "s2", "s3");

        JobOutcome.Published published = (JobOutcome.Published) run(KEEP);

        assertThat(output.resolve("a/account-0001.csv")).hasContent(HEADER + "1,a\n2,b");
        assertThat(output.resolve("a/account-0002.csv")).hasContent(HEADER);
        assertThat(output.resolve("a/account-0003.csv")).hasContent(HEADER + "3,c\n");
        assertThat(Files.readAllLines(output.resolve("a/SHA256SUMS")))
                .extracting(line -> line.substring(66))
                .containsExactly("account-0001.csv", "account-0002.csv", "account-0003.csv", "datapackage.json");
        assertThat(output.resolve("a/datapackage.json"))
                .content()
                .contains("\"name\": \"account-0003\"", "\"aqua:queryName\": \"Account\"", "\"aqua:segment\": 3");
        assertThat(published.results()).hasSize(1);
        assertThat(published.results().get(0).records()).isEqualTo(3);
        assertThat(String.join("\n", new Ledger(output).lines(published)))
                .contains("3 records", "account-0001.csv to account-0003.csv");
        assertThat(SnapshotAudit.of(Plans.manifestOf("a", KEEP), plan(KEEP).output(), List.of(output.resolve("a"))))
                .containsExactly(new SnapshotAudit(output.resolve("a"), OptionalLong.of(3), List.of()));
    }

    @Test
    void numbersEvenTheOnlyFile_whereSegmentsAreKept() throws Exception {
        file("f", "1,a\n");
        tenant.batch("Account", QUERY, 1, "f");

        assertThat(run(KEEP)).isInstanceOf(JobOutcome.Published.class);
        assertThat(output.resolve("a/account-0001.csv")).hasContent(HEADER + "1,a\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {MERGE, KEEP})
    void notices_thatKeptOrMergedSegmentsAreFewerRecordsThanAnnounced(String manifest) throws Exception {
        file("s1", "1,a\n").file("s2", "2,b\n");
        tenant.segments("Account", QUERY, 3, "s1", "s2");

        assertThat(Outcomes.codes(run(manifest))).containsExactly("AQ705");
        assertThat(output).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {MERGE, KEEP})
    void refuses_aSegmentWithAnotherHeader(String manifest) throws Exception {
        file("s1", "1,a\n");
        tenant.file("s2", "Account.Id,Account.Balance\n2,3\n".getBytes(UTF_8))
                .segments("Account", QUERY, 2, "s1", "s2");

        JobOutcome outcome = run(manifest);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ704");
        assertThat(outcome.diagnostics().get(0).message()).contains("the header of this segment");
        assertThat(output).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {MERGE, KEEP})
    void refuses_anEmptySegment(String manifest) throws Exception {
        file("s1", "1,a\n");
        tenant.file("s2", new byte[0]).segments("Account", QUERY, 1, "s1", "s2");

        assertThat(Outcomes.codes(run(manifest))).containsExactly("AQ703");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void refuses_aSegmentThatIsListedTwice_beforeAnythingIsFetched() throws Exception {
        file("s1", "1,a\n").file("s2", "2,b\n");
        tenant.segments("Account", QUERY, 3, "s1", "s2", "s1");

        JobOutcome outcome = run(MERGE);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ709");
        assertThat(outcome.diagnostics().get(0).message())
                .isEqualTo("job j: segment 3 of query \"account\" is file s1, which is segment 1 of query"
                        + " \"account\" too");
        assertThat(tenant.asked()).noneMatch(a -> a.startsWith("GET /v1/files/"));
    }

    @Test
    void refuses_aSegmentWithoutAnId() throws Exception {
        file("s1", "1,a\n");
        tenant.segments("Account", QUERY, 1, "s1", "");

        JobOutcome outcome = run(MERGE);

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ709");
        assertThat(outcome.diagnostics().get(0).message()).endsWith("segment 2 of query \"account\" has no id");
    }

    @Test
    void refuses_oneFileOfTwoQueries() throws Exception {
        file("f", "1,a\n");
        tenant.batch("Account", QUERY, 1, "f").batch("Other", "select Id from Account", 1, "f");

        JobOutcome outcome = run(
                MERGE + "  - {name: Other, type: zoqlexport, apiVersion: \"145.0\", query: select Id from Account}\n");

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ709");
        assertThat(outcome.diagnostics().get(0).message())
                .contains("the file of query \"Other\" is file f, which is the file of query \"account\" too");
    }

    /** A file with the header of the query. */
    private SegmentedRunTest file(String id, String records) {
        tenant.file(id, (HEADER + records).getBytes(UTF_8));
        return this;
    }

    private JobPlan plan(String manifest) {
        return Plans.plan("a", manifest, output);
    }

    private JobOutcome run(String manifest) throws Exception {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .manifest("a", manifest)
                .run(tenant.url())
                .get(0);
    }
}
