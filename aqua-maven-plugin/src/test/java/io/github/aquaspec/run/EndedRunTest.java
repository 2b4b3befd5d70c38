package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.Retry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that end in another way than completed and whole: nothing is downloaded, nothing published. */
class EndedRunTest {

    private static final String TWO = """
            version: "1.0"
            useQueryLabels: true
            queries:
              - {name: A, type: zoqlexport, apiVersion: "145.0", query: select Id from Account}
              - {name: C, type: zoqlexport, apiVersion: "145.0", query: select Id from Contact}
            """;

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final VirtualTime time = TENANT.time();
    private final AquaEmulator emulator = TENANT.emulator();

    @TempDir
    private Path output;

    private Rig rig;

    @BeforeEach
    void publishOne() throws Exception {
        new Rig(emulator, time, output).manifest("a", TWO).published();
        rig = new Rig(emulator, time, output);
    }

    @Test
    void tells_whyAJobWasAborted_atTheQueryThatStoppedIt() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.empty()));
        emulator.misbehave(new Scenario.EditAnswer("/batches/2/status", Optional.of("\"aborted\"")));
        emulator.misbehave(new Scenario.EditAnswer(
                "/batches/2/message", Optional.of("\"java.lang.RuntimeException: You must specify a select.\"")));
        JobOutcome.Failed failed = rig.manifest("a", TWO + """
                  - name: Preview
                    type: zoqlexport
                    apiVersion: "145.0"
                    query: select * from Product
                """).failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ605]: job <job> ended aborted at query "Preview"
                 --> specs/a.yaml:9:12
                  |
                9 |     query: select * from Product
                  |            ^^^^^^^^^^^^^^^^^^^^^
                  |
                  = why: Zuora says: java.lang.RuntimeException: You must specify a select.
                  = fix: this object has no field that can be exported; take the query out
                """);
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
        assertThat(rig.requests("GET /v1/files/")).isEmpty();
    }

    @Test
    void doesNotBlameAQuery_whenTheKeyOfTheTenantIsNotUsable() throws Exception {
        for (String message : new String[] {"pgp.asc is no OpenPGP public key", "no such field: Key"}) {
            emulator.misbehave(new Scenario.JobStatus("aborted", Optional.empty()));
            emulator.misbehave(new Scenario.EditAnswer("/batches/0/status", Optional.of("\"aborted\"")));
            emulator.misbehave(new Scenario.EditAnswer("/batches/0/message", Optional.of("\"" + message + "\"")));

            JobOutcome.Failed failed =
                    new Rig(emulator, time, output).manifest("a", TWO).failed();

            assertThat(failed.diagnostics().get(0).fix().orElseThrow())
                    .contains(message.contains("PGP") ? "the query is not at fault" : "correct the query");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aborted, AQ605, NOW",
        "cancelled, AQ606, NOW",
        "error, AQ607, NOW",
        "failed, AQ607, NOW",
        "Cancelled, AQ606, NOW"
    })
    void fails_atTheFirstSightOfAnEndThatIsNotCompletion(String status, String code, Retry retry) throws Exception {
        emulator.misbehave(new Scenario.JobStatus(status, Optional.empty()));

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(Outcomes.codes(failed)).containsExactly(code);
        assertThat(failed.diagnostics().get(0).where()).isPresent();
        assertThat(failed.retry()).isEqualTo(retry);
        assertThat(failed.jobId()).isPresent();
        assertThat(rig.requests("GET /v1/batch-query/jobs/")).hasSize(1);
        assertThat(rig.requests("GET /v1/files/")).isEmpty();
    }

    @Test
    void tellsLater_whenZuoraItselfWasInTrouble() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.of("Service Temporarily Unavailable")));

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(failed.retry()).isEqualTo(Retry.LATER);
        assertThat(failed.diagnostics()).hasSize(2);
    }

    @Test
    void quotes_whatEndedAQuery() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.of("The query execution has been aborted.")));

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ605", "AQ605");
        assertThat(failed.diagnostics().get(0).why()).isEqualTo("Zuora says: The query execution has been aborted.");
    }

    @Test
    void tellsNever_whenOneQueryWasInTrouble_andAnotherIsWrong() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.of("Service Temporarily Unavailable")));
        emulator.misbehave(new Scenario.EditAnswer("/batches/0/message", Optional.of("\"no such field: Key\"")));

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(failed.diagnostics()).hasSize(2);
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void stopsWaiting_whenThePatienceOfTheManifestEnds() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("executing", Optional.empty()));
        var start = time.instant();

        JobOutcome.Failed failed = rig.manifest("a", "timeout: PT90M\n" + TWO).failed();

        assertThat(Duration.between(start, time.instant())).isEqualTo(Duration.ofMinutes(90));
        assertThat(failed.retry()).isEqualTo(Retry.LATER);
        assertThat(rig.requests("GET /v1/batch-query/jobs/")).hasSizeBetween(90, 200);
        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ608]: job <job> is still "executing" after PT1H30M
                 --> specs/a.yaml:1:1
                  |
                1 | timeout: PT90M
                  | ^^^^^^^
                  |
                  = why: The job is still running at Zuora; it is not cancelled.
                  = fix: raise `timeout`, for instance `timeout: PT8H`; or make the queries smaller
                """);
    }

    @Test
    void waitsOn_inAStateItDoesNotKnow_butNotForEver() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("contemplating", Optional.empty()));

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ616", "AQ608");
    }

    @Test
    void fails_whenZuoraLeavesAQueryOut() throws Exception {
        emulator.misbehave(new Scenario.DropBatch(1));

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(Outcomes.drawn(failed)).isEqualTo("""
                error[AQ609]: job <job> has no batch for query "C"
                 --> specs/a.yaml:5:61
                  |
                5 |   - {name: C, type: zoqlexport, apiVersion: "145.0", query: select Id from Contact}
                  |                                                             ^^^^^^^^^^^^^^^^^^^^^^ not run
                  |
                  = why: Zuora leaves out queries whose objects the user may not read, and calls the job completed.
                  = fix: give the API user permission to read this object, or take the query out
                """);
        assertThat(rig.requests("GET /v1/files/")).isEmpty();
    }

    @Test
    void fails_whenACompletedBatchHasNoFile() throws Exception {
        polls("""
                {"id":"j","status":"completed","batches":[
                 {"name":"A","query":"select Id from Account","status":"completed","recordCount":1,"fileId":"f"},
                 {"name":"C","query":"select Id from Contact","status":"completed","recordCount":1}]}
                """);

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(failed.diagnostics().get(0).message())
                .isEqualTo("job j is completed, but query \"C\" is completed without a file");
        assertThat(failed.diagnostics().get(0).where().orElseThrow().span()).hasToString("specs/a.yaml:5:61");
        assertThat(Outcomes.codes(failed)).containsExactly("AQ610");
    }

    @Test
    void fails_whenAJobRanMoreThanItWasAsked() throws Exception {
        polls("""
                {"id":"j","status":"completed","batches":[
                 {"name":"A","query":"select Id from Account","status":"completed","recordCount":1,"fileId":"f"},
                 {"name":"C","query":"select Id from Contact","status":"completed","recordCount":1,"fileId":"g"},
                 {"name":"X","query":"select Id from Invoice","status":"completed","recordCount":1,"fileId":"h"}]}
                """);

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ611");
        assertThat(failed.diagnostics().get(0).message()).endsWith(": \"X\"");
    }

    @Test
    void tells_theRightQuery_whenTheBatchesComeInAnotherOrder() throws Exception {
        polls("""
                {"id":"j","status":"aborted","batches":[
                 {"name":"C","query":"select Id from Contact","status":"aborted","message":"There is no field named Id."},
                 {"name":"A","query":"select Id from Account","status":"completed","recordCount":1,"fileId":"f"}]}
                """);

        JobOutcome.Failed failed = rig.manifest("a", TWO).failed();

        assertThat(failed.diagnostics().get(0).where().orElseThrow().span()).hasToString("specs/a.yaml:5:68");
    }

    @Test
    void fails_whenTheJobIsForgotten() throws Exception {
        emulator.misbehave(new Scenario.Respond(404, "no such job"), Occasion.POLLS.next(1));

        assertThat(Outcomes.codes(rig.manifest("a", TWO).failed())).containsExactly("AQ615");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429})
    void asksOn_asLongAsTheManifestWaits_whenPollsNeverSucceed(int status) throws Exception {
        emulator.misbehave(new Scenario.Respond(status, "trouble"), Occasion.POLLS);

        JobOutcome.Failed failed = rig.manifest("a", "timeout: PT10M\n" + TWO).failed();

        assertThat(Outcomes.codes(failed)).containsExactly(status == 429 ? "AQ613" : "AQ614");
        assertThat(failed.retry()).isEqualTo(Retry.LATER);
        assertThat(rig.requests("GET /v1/batch-query/jobs/")).hasSizeBetween(10, 500);
        assertThat(rig.events())
                .filteredOn(RunEvent.Waiting.class::isInstance)
                .as("said once")
                .hasSize(1);
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
    }

    @Test
    void goesOn_withTheSameJob_whenTheNextBuildAsksAgain() throws Exception {
        emulator.misbehave(new Scenario.Respond(503, "trouble"), Occasion.POLLS);
        JobOutcome.Failed failed = rig.manifest("a", "timeout: PT10M\n" + TWO).failed();
        emulator.behave();

        JobOutcome.Published published = rig.published();

        assertThat(published.jobId()).isEqualTo(failed.jobId().orElseThrow());
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
    }

    private static void polls(String answer) {
        TENANT.emulator().misbehave(new Scenario.Respond(200, answer), Occasion.POLLS);
    }
}
