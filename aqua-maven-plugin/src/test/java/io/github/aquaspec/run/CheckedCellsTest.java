package io.github.aquaspec.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with expectations of single cells: each with its twin. */
class CheckedCellsTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String QUERY = "select Id, Name from Account";
    private static final String HEADER = "Account.Id,Account.Name\n";

    @TempDir
    private Path output;

    private final ServedTenant tenant = new ServedTenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void publishesNothing_whereACellThatMustHoldAValueIsEmpty() throws Exception {
        JobOutcome outcome = run("expect: {notNull: [Account.Id, Account.Name]}", HEADER + "a1,x\na2,\na3,y\n", 3);

        assertRefused(outcome, "AQ734");
        Diagnostic found = outcome.diagnostics().get(0);
        assertThat(found.message())
                .isEqualTo("1 records of query \"Account\" have nothing in Account.Name: record 2 (byte 29, Id a2)");
        assertThat(found.where().orElseThrow().span()).hasToString("specs/a.yaml:9:36");
    }

    @Test
    void publishes_whereEachCellHoldsAValue_andNoneTwice() throws Exception {
        JobOutcome outcome =
                run("expect: {notNull: [Account.Id], unique: [Account.Id]}", HEADER + "a1,x\na2,\na3,x\n", 3);

        assertThat(Outcomes.codes(outcome)).isEmpty();
        assertThat(output.resolve("a/Account.csv")).hasContent(HEADER + "a1,x\na2,\na3,x\n");
    }

    @Test
    void publishesNothing_whereAKeyStandsTwice() throws Exception {
        JobOutcome outcome = run("expect: {unique: [Account.Id]}", HEADER + "a1,x\na2,y\na1,z\n", 3);

        assertRefused(outcome, "AQ735");
        assertThat(outcome.diagnostics().get(0).message())
                .isEqualTo("1 records of query \"Account\" repeat a value of Account.Id:"
                        + " a1 in record 1 (byte 24) and record 3 (byte 34)");
    }

    @Test
    void publishesAndWarns_whereTheManifestOnlyWantsToKnow() throws Exception {
        JobOutcome outcome = run(
                "expect: {warn: {notNull: [Account.Name], unique: [Account.Id], records: {min: 9}}}",
                HEADER + "a1,\na1,x\n",
                2);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(Outcomes.codes(outcome)).containsExactly("AQ732", "AQ734", "AQ735");
        assertThat(outcome.diagnostics()).noneMatch(Diagnostic::isError);
    }

    @Test
    void publishesNothing_whereAColumnThatIsCheckedIsNotThere() throws Exception {
        assertRefused(run("expect: {unique: [Account.Key]}", HEADER + "a1,x\n", 1), "AQ733");
    }

    @Test
    void findsAKey_thatStandsInTwoSegmentsThatAreKeptApart() throws Exception {
        tenant.file("s1", (HEADER + "a1,x\n").getBytes(UTF_8))
                .file("s2", (HEADER + "a2,y\na1,z\n").getBytes(UTF_8))
                .segments("Account", QUERY, 3, "s1", "s2");

        JobOutcome outcome =
                run(manifest("expect: {unique: [Account.Id]}") + "partner: p\nproject: q\noutput: {segments: keep}\n");

        assertThat(output.resolve("a")).doesNotExist();
        assertThat(Outcomes.codes(outcome)).contains("AQ735");
        assertThat(outcome.diagnostics().stream()
                        .filter(found -> found.code() == TransferCode.REPEATED_VALUES)
                        .findFirst()
                        .orElseThrow()
                        .message())
                .contains("record 1 of Account-0001.csv (byte 24) and record 2 of Account-0002.csv (byte 29)");
    }

    @Test
    void leavesNothingBesideTheSnapshot_ofKeysThatDidNotFitIntoMemory() throws Exception {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 200_000; i++) {
            csv.append("8ad07674e7336d62434c00%010d,\n".formatted(i));
        }
        String text = csv.toString();

        assertThat(Outcomes.codes(run("expect: {unique: [Account.Id]}", text, 200_000)))
                .isEmpty();
        assertThat(names()).containsExactly("a");
    }

    @Test
    void leavesNothingAtAll_whereSuchAKeyStandsTwice() throws Exception {
        String key = "8ad07674e7336d62434c00%010d,\n";
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 200_000; i++) {
            csv.append(key.formatted(i));
        }
        csv.append(key.formatted(7));

        assertRefused(run("expect: {unique: [Account.Id]}", csv.toString(), 200_001), "AQ735");
        assertThat(names()).isEmpty();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> found = Files.list(output)) {
            return found.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    private void assertRefused(JobOutcome outcome, String code) {
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(Outcomes.codes(outcome)).containsExactly(code);
        assertThat(output.resolve("a")).doesNotExist();
    }

    private static String manifest(String expect) {
        return """
                format: csv
                version: "1.1"
                useQueryLabels: true
                queries:
                  - name: Account
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: %s
                    %s
                """.formatted(QUERY, expect);
    }

    private JobOutcome run(String expect, String csv, long records) throws Exception {
        tenant.file("f", csv.getBytes(UTF_8)).batch("Account", QUERY, records, "f");
        return run(manifest(expect));
    }

    private JobOutcome run(String manifest) throws Exception {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .manifest("a", manifest)
                .run(tenant.url())
                .get(0);
    }
}
