package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.http.RecordedRequest;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A build is killed at some step, and run again: what the journal says last decides what happens, row by row. */
class ContinuedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private final AquaEmulator emulator = TENANT.emulator();

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private Map<String, String> whole;

    @BeforeEach
    void runOnce_withoutTrouble() throws Exception {
        new Rig(emulator, TENANT.time(), output).manifest("a", Rig.TWO).published();
        whole = data();
        TENANT.countJobsFromHere();
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
        assertThat(TENANT.jobs()).hasSize(wasSent ? 1 : 0);

        Rig again = rig();
        JobOutcome.Published published = again.published();

        assertThat(TENANT.jobs()).as("jobs at the server").hasSize(1);
        assertThat(keys(first, again)).hasSize(1);
        assertThat(bodies(first, again)).hasSize(1);
        assertThat(TENANT.jobs()).containsExactly(published.jobId());
        assertThat(data()).isEqualTo(whole);
        assertThat(again.events()).hasAtLeastOneElementOfType(RunEvent.SentAgain.class);
        assertThat(first.events()).noneMatch(RunEvent.SentAgain.class::isInstance);
    }

    @Test
    void sendsAnother_whenTheKeyIsNoLongerKept() throws Exception {
        Rig first = dies(StepDisk.diesAfter("intent"));
        TENANT.pass(Duration.ofHours(24));

        Rig again = rig();
        again.published();

        assertThat(keys(first, again)).hasSize(1);
        assertThat(again.events())
                .anyMatch(event -> event instanceof RunEvent.GivenUp given && given.why() == RunEvent.GivenUp.Why.GONE);
    }

    @ParameterizedTest
    @CsvSource({"PT22H59M, 1", "PT23H1M, 2"})
    void takesAnotherKey_anHourBeforeZuoraForgetsIt(Duration later, int keys) throws Exception {
        Rig first = dies(StepDisk.diesBefore("submitted"));
        TENANT.pass(later);

        Rig again = rig();
        again.publishedWhateverIsSaid();

        assertThat(keys(first, again)).hasSize(keys);
        assertThat(TENANT.jobs()).as("jobs at the server").hasSize(keys);
    }

    @Test
    void goesOnWithTheJob_whenItIsKnown() throws Exception {
        dies(StepDisk.diesAfter("submitted"));

        Rig again = rig();
        JobOutcome.Published published = again.published();

        assertThat(again.requests("POST /v1/batch-query")).isEmpty();
        assertThat(TENANT.jobs()).containsExactly(published.jobId());
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
        Path file = staging.resolve(Folders.names(staging).get(0));
        Files.writeString(file, Files.readString(file).replaceFirst("\n.", "\nX"));

        Rig again = rig();
        again.published();

        assertThat(again.requests("GET /v1/files/")).hasSize(2);
        assertThat(data()).isEqualTo(whole);
        assertThat(Folders.names(output)).containsExactly("a");
    }

    @Test
    void sendsAnother_whenTheFilesAreGone() throws Exception {
        dies(StepDisk.diesAfter("stored"));
        TENANT.pass(Duration.ofHours(73));

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

        assertThat(TENANT.jobs()).containsExactly(published.jobId());
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
    void leavesNothing_butASnapshot_whereverItWasStopped() throws Exception {
        rig().published();
        dies(StepDisk.diesAfter("stored"));
        rig().published();

        assertThat(Folders.names(output)).containsExactly("a");
        assertThat(Folders.names(state().path().resolve("local")))
                .containsExactly(".gitignore", "history.json", "journal.jsonl", "lock");
        assertThat(state().journal().run()).map(JournalledRun::isLive).contains(false);
    }

    @Test
    void refusesAJournalThatWasChanged_andPassesOverATornEnd() throws Exception {
        dies(StepDisk.diesAfter("submitted"));
        Path journal = state().path().resolve("local/journal.jsonl");
        String text = Files.readString(journal);
        Files.writeString(journal, text.replaceFirst("\"attempt\":1", "\"attempt\":2"));
        assertThat(Outcomes.codes(rig().failed())).containsExactly("AQ810");

        Files.writeString(journal, text + "{\"line\":4,\"step\":\"sto");
        rig().published();
        assertThat(data()).isEqualTo(whole);
    }

    private Rig rig() {
        return new Rig(emulator, TENANT.time(), output)
                .remembering(states)
                .oneDownloadAtATime()
                .manifest("a", Rig.TWO);
    }

    private Rig dies(Disk disk) {
        return rig().dies(disk);
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
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

    private static Stream<RecordedRequest> submissions(Rig... rigs) {
        return Arrays.stream(rigs)
                .flatMap(rig -> rig.recorded().stream())
                .filter(request ->
                        request.method().equals("POST") && request.path().startsWith("/v1/batch-query"));
    }

    private Map<String, String> data() throws Exception {
        return Folders.data(output.resolve("a"));
    }

    private Path staging() throws Exception {
        return Folders.names(output).stream()
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
