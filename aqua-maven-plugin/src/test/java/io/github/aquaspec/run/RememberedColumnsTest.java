package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns that readers know do not change unless somebody has looked. */
class RememberedColumnsTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String ID_AND_NAME = manifest("Id, Name");
    private static final String NAME_AND_BALANCE = manifest("Name, Balance");

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @BeforeEach
    void countFromHere() {
        TENANT.countJobsFromHere();
    }

    private static String manifest(String columns) {
        return """
                version: "1.0"
                useQueryLabels: true
                queries:
                  - name: Account
                    file: account
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: select %s from Account
                """.formatted(columns);
    }

    @Test
    void areWrittenDown_whenTheyArePublishedFirst() throws Exception {
        rig(ID_AND_NAME).published();

        assertThat(columns()).content().endsWith("""
                  "manifest": "a",
                  "files": [
                    {
                      "file": "account",
                      "columns": [
                        "Account.Id",
                        "Account.Name"
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void stopOtherOnes_andTheFilesWait() throws Exception {
        rig(ID_AND_NAME).published();
        byte[] before = Files.readAllBytes(columns());

        Rig rig = rig(NAME_AND_BALANCE);
        JobOutcome.Failed failed = (JobOutcome.Failed) rig.run().get(0);

        Diagnostic found = Outcomes.only(failed);
        assertThat(found.code().id()).isEqualTo("AQ738");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.message())
                .isEqualTo("query \"account\" has other columns than before:"
                        + " without Account.Id and with Account.Balance");
        assertThat(found.where().orElseThrow().span().from()).hasToString("8:12");
        assertThat(found.fix().orElseThrow())
                .contains("-Daqua.updateColumns", columns() + " for \"account\":")
                .contains("\"columns\": [\"Account.Name\", \"Account.Balance\"]")
                .contains("until then the files stay in " + staged());
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
        assertThat(Folders.names(staged())).containsExactly("account.csv");
        assertThat(output.resolve("a/account.csv")).content().startsWith("Account.Id,Account.Name\n");
        assertThat(columns()).hasBinaryContent(before);
    }

    /** The job is over then, and its files are deleted: another one takes its place. */
    @Test
    void promiseNoFiles_whereSomethingElseIsWrongToo() throws Exception {
        rig(ID_AND_NAME).published();
        String few = NAME_AND_BALANCE + "    expect: {records: {min: 1000000}}\n";

        JobOutcome failed = rig(few).run().get(0);

        assertThat(Outcomes.codes(failed)).containsExactly("AQ732", "AQ738");
        assertThat(failed.diagnostics().get(1).fix().orElseThrow()).doesNotContain("until then");
        assertThat(Folders.names(output)).containsExactly("a");
    }

    @Test
    void areAskedForAnew_whereTheCauseIsMended() throws Exception {
        rig(ID_AND_NAME).published();
        Diagnostic found = Outcomes.only(rig(NAME_AND_BALANCE).run().get(0));
        assertThat(found.fix().orElseThrow())
                .contains("where they are wrong, mend the cause and run with -Daqua.fresh");
        TENANT.countJobsFromHere();

        Rig mended = rig(ID_AND_NAME).fresh();
        mended.published();

        assertThat(mended.requests("POST /v1/batch-query")).hasSize(1);
        assertThat(Folders.names(output)).containsExactly("a");
    }

    @Test
    void areThoseThatTheBuildAccepts_withoutAnotherJob_orAnotherDownload() throws Exception {
        rig(ID_AND_NAME).published();
        rig(NAME_AND_BALANCE).run();
        TENANT.countJobsFromHere();

        Rig again = rig(NAME_AND_BALANCE).updatesColumns();
        JobOutcome.Published published = again.published();

        assertThat(again.requests("POST /v1/batch-query")).isEmpty();
        assertThat(again.requests("GET /v1/files/")).isEmpty();
        assertThat(published.accepted()).extracting(Suppressed::reason).containsExactly("aqua.updateColumns");
        assertThat(output.resolve("a/account.csv")).content().startsWith("Account.Name,Account.Balance\n");
        assertThat(Folders.names(output)).containsExactly("a");
        rig(NAME_AND_BALANCE).published();
    }

    @Test
    void areThoseThatSomebodyPastes() throws Exception {
        rig(ID_AND_NAME).published();
        String fix = Outcomes.only(rig(NAME_AND_BALANCE).run().get(0)).fix().orElseThrow();
        String pasted = fix.substring(fix.indexOf("\"columns\""), fix.indexOf(']') + 1);
        Files.writeString(columns(), Files.readString(columns()).replaceAll("(?s)\"columns\": \\[.*?\\]", pasted));

        rig(NAME_AND_BALANCE).published();
    }

    @Test
    void countInTheirOrder() throws Exception {
        rig(ID_AND_NAME).published();

        assertThat(Outcomes.only(rig(manifest("Name, Id")).run().get(0)).message())
                .endsWith("in another order");
    }

    @Test
    void ofAQueryMore_areNoChange_andOneLessIsForgotten() throws Exception {
        rig(ID_AND_NAME).published();
        String two = ID_AND_NAME
                + "  - {name: Contact, type: zoqlexport, apiVersion: \"145.0\", query: select Id from Contact}\n";

        rig(two).published();
        assertThat(columns()).content().contains("\"Contact.Id\"");

        rig(ID_AND_NAME).published();
        assertThat(columns()).content().doesNotContain("Contact");
    }

    @Test
    void areNotWrittenAnew_whenTheyAreTheSame() throws Exception {
        rig(ID_AND_NAME).published();
        Object first = Files.readAttributes(columns(), "unix:ino").get("ino");

        rig(ID_AND_NAME).published();

        assertThat(Files.readAttributes(columns(), "unix:ino").get("ino")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"manifest\": \"a\"',       '\"manifest\": \"b\"',   AQ826, is about the manifest b",
        "'\"name\": \"emulator\"',    '\"name\": \"us\"',      AQ811, is about us",
        "'\"columns\": [',            '\"column\": [',         AQ810, `columns` is missing",
        "'\"Account.Id\",',           '7,',                    AQ810, `columns` holds what is no text",
        "'\"file\": \"account\",',    '\"file\": \"account\", \"x\": 1,', AQ810, 'it holds `x`'",
        "'\"format\": 1',             '\"format\": 2',         AQ810, was written by a newer version",
    })
    void stopTheRun_beforeAnythingIsSent_whenTheyAreNotOurs(String ours, String theirs, String code, String words)
            throws Exception {
        rig(ID_AND_NAME).published();
        String text = Files.readString(columns());
        assertThat(text).contains(ours);
        Files.writeString(columns(), text.replace(ours, theirs));

        Rig rig = rig(ID_AND_NAME);
        Diagnostic found = Outcomes.only(rig.run().get(0));

        assertThat(found.code().id()).isEqualTo(code);
        assertThat(found.message()).startsWith(columns().toString()).contains(words);
        assertThat(rig.requests("")).isEmpty();
    }

    @Test
    void cutInHalf_stopTheRun() throws Exception {
        rig(ID_AND_NAME).published();
        String text = Files.readString(columns());
        Files.writeString(columns(), text.substring(0, text.length() / 2));

        assertThat(Outcomes.codes(rig(ID_AND_NAME).run().get(0))).containsExactly("AQ810");
    }

    @Test
    void areRememberedByTheNextRun_whenTheBuildDiesBetween() throws Exception {
        rig(ID_AND_NAME).dies(StepDisk.diesAfter("published"));
        assertThat(columns()).doesNotExist();

        rig(ID_AND_NAME).published();

        assertThat(columns()).content().contains("Account.Name");
    }

    @Test
    void areForeseenInAPlan() throws Exception {
        rig(ID_AND_NAME).published();

        assertThat(rig(ID_AND_NAME).foreseen().said()).isEmpty();
        assertThat(rig(manifest("Name, Id")).foreseen().said())
                .as("order is not foreseen")
                .isEmpty();
        assertThat(rig(NAME_AND_BALANCE).foreseen().said())
                .extracting(Diagnostic::severity, Diagnostic::message)
                .containsExactly(tuple(
                        Severity.WARNING,
                        "query \"account\" has other columns than before:"
                                + " without Account.Id and with Account.Balance"));
        assertThat(rig(NAME_AND_BALANCE).updatesColumns().foreseen().said()).isEmpty();
    }

    @Test
    void thatAreDamaged_areSaidInAPlan() throws Exception {
        rig(ID_AND_NAME).published();
        Files.writeString(columns(), "{");

        Forecast forecast = rig(ID_AND_NAME).foreseen();

        assertThat(forecast.prospect()).isInstanceOf(Prospect.Refused.class);
        assertThat(forecast.said()).extracting(found -> found.code().id()).containsExactly("AQ810");
    }

    @Test
    void areHeldAgainstAJobThatIsCollected_whoseFilesWaitForNobody() throws Exception {
        rig(ID_AND_NAME).published();
        TENANT.countJobsFromHere();
        new Rig(TENANT.emulator(), TENANT.time(), output.resolve("elsewhere"))
                .manifest("a", NAME_AND_BALANCE)
                .published();
        String job = TENANT.jobs().get(0);

        Diagnostic found = Outcomes.only(rig(NAME_AND_BALANCE).collected(job));

        assertThat(found.code().id()).isEqualTo("AQ738");
        assertThat(found.fix().orElseThrow()).contains("-Daqua.updateColumns").doesNotContain("stay in", "aqua.fresh");
        assertThat(Folders.names(output)).containsExactlyInAnyOrder("a", "elsewhere");
        assertThat(rig(NAME_AND_BALANCE).updatesColumns().collected(job)).isInstanceOf(JobOutcome.Published.class);
        assertThat(columns()).content().contains("Account.Balance");
    }

    private Rig rig(String manifest) {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .remembering(states)
                .manifest("a", manifest);
    }

    private Path columns() {
        return states.resolve("emulator/a/columns.json");
    }

    private Path staged() throws IOException {
        try (Stream<Path> all = Files.list(output)) {
            List<Path> staged = all.filter(path -> path.getFileName().toString().startsWith(".a.staging-"))
                    .toList();
            assertThat(staged).hasSize(1);
            return staged.get(0);
        }
    }
}
