package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build is killed at some step, and run again: what the journal says last decides what happens, row by row. */
class ContinuedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final AquaEmulator emulator = TENANT.emulator();

    private static final String TWO = Rig.ACCOUNTS + """
              - {name: Contact, type: zoqlexport, apiVersion: "145.0", query: select Id from Contact}
            """;
    private static final String SESSION = """
            version: "1.1"
            partner: gooddata
            project: %s
            useQueryLabels: true
            dateTimeUtc: true
            queries:
              - {name: Account, type: zoqlexport, apiVersion: "145.0", query: select Id from Account}
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private String manifest = TWO;
    private Map<String, String> whole;
    private List<String> before;

    @BeforeEach
    void runOnce_withoutTrouble() throws Exception {
        new Rig(emulator, TENANT.time(), output).manifest("a", TWO).published();
        whole = data();
        before = TENANT.jobs();
    }

    @Test
    void sendsTheJobForTheFirstTime_whenNothingWasSent() throws Exception {
        dies(StepDisk.diesAfter("begun"));

        Rig again = rig();
        again.published();

        assertThat(again.requests("POST /v1/batch-query")).hasSize(1);
        assertThat(data()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsTheSameBytesUnderTheSameKey_whenItMayHaveBeenSent(boolean wasSent) throws Exception {
        Rig first = dies(wasSent ? StepDisk.diesBefore("submitted") : StepDisk.diesAfter("intent"));
        assertThat(jobs()).hasSize(wasSent ? 1 : 0);

        Rig again = rig();
        JobOutcome.Published published = again.published();

        assertThat(jobs()).as("jobs at the server").hasSize(1);
        assertThat(keys(first, again)).hasSize(1);
        assertThat(bodies(first, again)).hasSize(1);
        assertThat(jobs()).containsExactly(published.jobId());
        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void sendsAnother_whenTheKeyIsNoLongerKept() throws Exception {
        Rig first = dies(StepDisk.diesAfter("intent"));
        pass(Duration.ofHours(24));

        Rig again = rig();
        again.published();

        assertThat(keys(first, again)).hasSize(1);
        assertThat(again.events())
                .anyMatch(event -> event instanceof RunEvent.GivenUp given && given.why() == RunEvent.GivenUp.Why.GONE);
    }

    @Test
    void goesOnWithTheJob_whenItIsKnown() throws Exception {
        dies(StepDisk.diesAfter("submitted"));

        Rig again = rig();
        JobOutcome.Published published = again.published();

        assertThat(again.requests("POST /v1/batch-query")).isEmpty();
        assertThat(jobs()).containsExactly(published.jobId());
        assertThat(again.events())
                .anyMatch(event -> event instanceof RunEvent.Continued continued
                        && continued.jobId().equals(published.jobId())
                        && !continued.byKey());
        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void sendsAnother_whenTheJobHasEndedWithoutAResult() throws Exception {
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.empty()), Occasion.POLLS.next(1));
        dies(StepDisk.diesAfter("submitted"));

        Rig again = rig();
        again.published();

        assertThat(again.requests("POST /v1/batch-query")).hasSize(1);
        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void sendsAnother_whenTheJobIsNotKnownAnyMore() throws Exception {
        dies(StepDisk.diesAfter("submitted"));
        emulator.misbehave(new Scenario.Respond(404, "{}"), Occasion.POLLS.next(1));

        rig().published();

        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void fetchesWhatIsMissing_andReadsAgainWhatIsThere() throws Exception {
        dies(StepDisk.diesAfter("stored"));

        Rig again = rig();
        again.published();

        assertThat(again.requests("GET /v1/files/")).hasSize(1);
        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void fetchesAgain_whatIsNotAsItWasStored() throws Exception {
        dies(StepDisk.diesAfter("stored"));
        Path staging = staging();
        Path file = staging.resolve(Rig.names(staging).get(0));
        Files.writeString(file, Files.readString(file).replaceFirst("\n.", "\nX"));

        Rig again = rig();
        again.published();

        assertThat(again.requests("GET /v1/files/")).hasSize(2);
        assertThat(data()).isEqualTo(whole);
        assertThat(Rig.names(output)).containsExactly("a");
    }

    @Test
    void sendsAnother_whenTheFilesAreGone() throws Exception {
        dies(StepDisk.diesAfter("stored"));
        pass(Duration.ofHours(73));

        Rig again = rig();
        JobOutcome outcome = again.run().get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(again.requests("POST /v1/batch-query")).hasSize(1);
        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void remembers_whatStandsAlready_withoutAskingForIt() throws Exception {
        dies(StepDisk.diesBefore("published"));

        Rig again = rig();
        JobOutcome.Published published = again.published();

        assertThat(jobs()).containsExactly(published.jobId());
        assertThat(again.requests("GET /v1/files/")).isEmpty();
        assertThat(again.requests("POST ")).containsExactly("POST /oauth/token");
        assertThat(published.results()).extracting(QueryResult::records).allMatch(n -> n > 0);
        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void publishesAgain_whatWasCleanedAway_beforeItWasRemembered() throws Exception {
        dies(StepDisk.diesAfter("published"));
        delete(output.resolve("a"));

        rig().published();

        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void beginsAnew_whenTheRunWasDone() throws Exception {
        Rig first = dies(StepDisk.diesAfter("committed"));

        Rig again = rig();
        again.published();

        assertThat(keys(first, again)).hasSize(2);
    }

    @Test
    void beginsAnew_whenTheRunHasFailed() throws Exception {
        emulator.misbehave(new Scenario.WrongRecordCount(1), Occasion.POLLS);
        Rig first = rig();
        first.failed();
        emulator.behave();

        Rig again = rig();
        again.published();

        assertThat(keys(first, again)).hasSize(2);
    }

    @Test
    void refusesAManifestThatWasEdited_andTakesItBack() throws Exception {
        dies(StepDisk.diesAfter("submitted"));
        manifest = TWO.replace("select Id from Contact", "select FirstName from Contact");

        Rig edited = rig();
        JobOutcome.Failed failed = edited.failed();

        assertThat(Rig.codes(failed)).containsExactly("AQ821");
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("put the manifest", "-Daqua.fresh");
        assertThat(edited.requests("POST /v1/batch-query")).isEmpty();

        manifest = TWO;
        rig().published();
        assertThat(data()).isEqualTo(whole);
    }

    @Test
    void goesOn_whenOnlyExpectationsWereEdited() throws Exception {
        dies(StepDisk.diesAfter("submitted"));
        manifest = TWO.replace("name: Contact,", "name: Contact, expect: {records: {min: 1}},");

        rig().published();

        assertThat(jobs()).hasSize(1);
    }

    @Test
    void givesUpAJobThatRuns_whenTheBuildWantsAFreshStart() throws Exception {
        dies(StepDisk.diesAfter("submitted"));
        emulator.misbehave(new Scenario.JobStatus("executing", Optional.empty()), Occasion.POLLS.next(1));

        Rig again = rig().fresh();
        JobOutcome.Published published = again.published();

        assertThat(again.requests("DELETE ")).containsExactly("DELETE /v1/batch-query/jobs/" + jobs().get(0));
        assertThat(jobs()).hasSize(2).endsWith(published.jobId());
    }

    @Test
    void publishesTheJobOfASession_thatWasCompleted_whenTheBuildWantsAFreshStart() throws Exception {
        manifest = SESSION.formatted("fresh");
        dies(StepDisk.diesAfter("submitted"));

        JobOutcome.Published published = rig().fresh().published();

        assertThat(jobs()).containsExactly(published.jobId());
    }

    @Test
    void goesOnWithASession_whereverItWasStopped() throws Exception {
        for (Disk disk : List.of(
                StepDisk.diesAfter("intent"),
                StepDisk.diesBefore("submitted"),
                StepDisk.diesAfter("submitted"),
                StepDisk.diesAfter("stored"),
                StepDisk.diesBefore("published"),
                StepDisk.diesAfter("published"),
                StepDisk.diesBefore("committed"))) {
            manifest = SESSION.formatted("stopped");
            before = TENANT.jobs();
            dies(disk);

            JobOutcome.Published published = rig().published();

            assertThat(jobs()).containsExactly(published.jobId());
            assertThat(state().published().orElseThrow().jobId()).isEqualTo(published.jobId());
        }
    }

    @Test
    void says_thatRecordsOfASessionAreGone_andHealsThem() throws Exception {
        manifest = SESSION.formatted("gone");
        rig().published();
        dies(StepDisk.diesAfter("submitted"));
        pass(Duration.ofHours(73));

        JobOutcome.Failed failed = rig().failed();

        assertThat(Rig.codes(failed)).containsExactly("AQ707", "AQ631");
        assertThat(failed.diagnostics().get(1).fix().orElseThrow()).contains("-Daqua.heal");
        assertThat(Rig.codes(rig().failed())).as("and says so again").containsExactly("AQ707", "AQ631");
        assertThat(rig().heals().run().get(0)).isInstanceOf(JobOutcome.Published.class);
        assertThat(rig().run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void asksTheSession_whenTheAnswerWasLostForTooLong() throws Exception {
        manifest = SESSION.formatted("lost");
        rig().published();
        before = TENANT.jobs();
        pass(Duration.ofHours(1));
        dies(StepDisk.diesBefore("submitted"));
        pass(Duration.ofHours(24));

        Rig again = rig();
        JobOutcome.Failed failed = again.failed();

        assertThat(Rig.codes(failed)).containsExactly("AQ631");
        assertThat(failed.diagnostics().get(0).message()).contains(jobs().get(0), "its answer was lost");
        assertThat(again.requests("POST /v1/batch-query")).isEmpty();

        assertThat(rig().collected(jobs().get(0))).isInstanceOf(JobOutcome.Published.class);
        assertThat(rig().run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void submitsToTheSession_whenTheLostAnswerWasNeverOne() throws Exception {
        manifest = SESSION.formatted("never");
        rig().published();
        dies(StepDisk.diesAfter("intent"));
        pass(Duration.ofHours(24));

        assertThat(rig().run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void refusesASession_whoseStateIsNotThatItStartedFrom() throws Exception {
        manifest = SESSION.formatted("moved");
        rig().published();
        dies(StepDisk.diesAfter("submitted"));
        Files.delete(state().path().resolve("window.json"));

        assertThat(Rig.codes(rig().failed())).containsExactly("AQ822");
    }

    @Test
    void leavesNothing_butASnapshot_whereverItWasStopped() throws Exception {
        rig().published();
        dies(StepDisk.diesAfter("stored"));
        rig().published();

        assertThat(Rig.names(output)).containsExactly("a");
        assertThat(Rig.names(state().path().resolve("local")))
                .containsExactly(".gitignore", "history.json", "journal.jsonl", "lock");
        assertThat(state().journal().run()).map(JournalledRun::isLive).contains(false);
    }

    @Test
    void refusesAJournalThatWasChanged_andPassesOverATornEnd() throws Exception {
        dies(StepDisk.diesAfter("submitted"));
        Path journal = state().path().resolve("local/journal.jsonl");
        String text = Files.readString(journal);
        Files.writeString(journal, text.replaceFirst("\"attempt\":1", "\"attempt\":2"));
        assertThat(Rig.codes(rig().failed())).containsExactly("AQ810");

        Files.writeString(journal, text + "{\"line\":4,\"step\":\"sto");
        rig().published();
        assertThat(data()).isEqualTo(whole);
    }

    private Rig rig() {
        return new Rig(emulator, TENANT.time(), output)
                .remembering(states)
                .oneDownloadAtATime()
                .manifest("a", manifest);
    }

    private Rig dies(Disk disk) {
        Rig rig = rig().on(disk);
        assertThatThrownBy(rig::run).isInstanceOf(FaultyDisk.Death.class);
        return rig;
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }

    private void pass(Duration duration) {
        TENANT.time().of(duration);
    }

    /** The jobs at the server since the test has begun. */
    private List<String> jobs() {
        return TENANT.jobs().stream().filter(id -> !before.contains(id)).toList();
    }

    private static List<String> keys(Rig... rigs) {
        return submissions(rigs)
                .map(request -> request.headers().get("Idempotency-Key").get(0))
                .distinct()
                .toList();
    }

    private static List<String> bodies(Rig... rigs) {
        return submissions(rigs).map(request -> request.body()).distinct().toList();
    }

    private static Stream<io.github.aquaspec.emulator.http.RecordedRequest> submissions(Rig... rigs) {
        return Arrays.stream(rigs)
                .flatMap(rig -> rig.recorded().stream())
                .filter(request ->
                        request.method().equals("POST") && request.path().startsWith("/v1/batch-query"));
    }

    /** What was published: the data files, byte for byte. */
    private Map<String, String> data() throws Exception {
        Map<String, String> files = new TreeMap<>(Rig.tree(output.resolve("a")));
        files.keySet().removeIf(name -> !name.endsWith(".csv"));
        return files;
    }

    private Path staging() throws Exception {
        return Rig.names(output).stream()
                .filter(name -> name.startsWith(".a.staging-"))
                .findFirst()
                .map(output::resolve)
                .orElseThrow();
    }

    private static void delete(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
