package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run was stopped, and what the next build asks, or what is published, is not as it was then. */
class UnfinishedRunTest extends RememberingFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private final AquaEmulator emulator = TENANT.emulator();
    private static final String SESSION = session("unfinished");

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @Test
    void keepsTheWindowOfThen_whateverTheBuildTakesForNow() throws Exception {
        dies(window(upTo(FIRST)));

        Rig again = window(upTo(SECOND));
        again.published();

        assertThat(watermark()).isEqualTo(FIRST);
        assertThat(TENANT.jobs()).hasSize(1);
        window(upTo(SECOND)).published();
        assertThat(watermark()).isEqualTo(SECOND);
    }

    @Test
    void keepsTheWindowOfThen_whenAnotherJobIsNeeded() throws Exception {
        dies(window(upTo(FIRST)));
        TENANT.pass(Duration.ofHours(73));

        window(upTo(SECOND)).published();

        assertThat(TENANT.jobs()).hasSize(2);
        assertThat(watermark()).isEqualTo(FIRST);
    }

    @Test
    void isGivenUp_whenItsWindowWasPublishedByAnother() throws Exception {
        dies(window(upTo(FIRST)));
        Path elsewhere = Files.createDirectories(states.resolve("elsewhere"));
        new Rig(emulator, TENANT.time(), output.resolve("elsewhere"))
                .remembering(elsewhere)
                .manifest("a", WINDOW)
                .windows(upTo(FIRST))
                .published();
        Files.copy(
                StateDirectory.of(elsewhere, Rig.EMULATOR, "a").path().resolve("window.json"),
                state().path().resolve("window.json"));

        Rig next = window(upTo(SECOND));
        next.published();

        assertThat(givenUp(next)).containsExactly(RunEvent.GivenUp.Why.DROPPED);
        assertThat(watermark()).isEqualTo(SECOND);
    }

    @Test
    void isGivenUp_whenNobodyAsksForItsWindowAgain() throws Exception {
        window(upTo(FIRST)).published();
        dies(window(again(INITIAL, FIRST)));

        Rig next = window(upTo(SECOND));
        next.published();

        assertThat(givenUp(next)).containsExactly(RunEvent.GivenUp.Why.DROPPED);
        assertThat(watermark()).isEqualTo(SECOND);
    }

    @Test
    void goesOn_whenItsWindowIsAskedForAgain() throws Exception {
        window(upTo(FIRST)).published();
        TENANT.countJobsFromHere();
        dies(window(again(INITIAL, FIRST)));

        window(again(INITIAL, FIRST)).published();

        assertThat(TENANT.jobs()).hasSize(1);
        assertThat(watermark()).isEqualTo(FIRST);
    }

    @Test
    void isInTheWay_ofAnotherWindow() throws Exception {
        window(upTo(FIRST)).published();
        dies(window(upTo(SECOND)));

        Rig next = window(again(INITIAL, FIRST));

        assertThat(Outcomes.codes(next.failed())).containsExactly("AQ821");
        assertThat(next.requests("POST /v1/batch-query")).isEmpty();
    }

    @Test
    void isGivenUp_whenItsSessionIsHealed() throws Exception {
        rig(SESSION).published();
        TENANT.pass(Duration.ofHours(1));
        dies(rig(SESSION));

        Rig next = rig(SESSION).heals();
        next.run();

        assertThat(givenUp(next)).containsExactly(RunEvent.GivenUp.Why.HEALED);
        assertThat(next.recorded())
                .filteredOn(request -> request.path().equals("/v1/batch-query/"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("incrementalTime"));
    }

    @ParameterizedTest
    @CsvSource({"11, ", "13, AQ825"})
    void saysThatItsSnapshotIsOneOfThen(int hours, String code) throws Exception {
        dies(rig(Rig.ACCOUNTS));
        TENANT.pass(Duration.ofHours(hours));

        JobOutcome outcome = rig(Rig.ACCOUNTS).run().get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(Outcomes.codes(outcome)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void publishesNothingOfThen_whereWarningsStop_andAFreshRunDoes() throws Exception {
        dies(rig(Rig.ACCOUNTS));
        TENANT.pass(Duration.ofHours(13));

        assertThat(Outcomes.codes(rig(Rig.ACCOUNTS).warningsStop().failed())).containsExactly("AQ825");
        rig(Rig.ACCOUNTS).warningsStop().fresh().published();

        assertThat(TENANT.jobs()).hasSize(2);
    }

    @Test
    void saysNothingOfAWindow_howeverLongAgoItWasSent() throws Exception {
        dies(window(upTo(FIRST)));
        TENANT.pass(Duration.ofDays(2));

        window(upTo(SECOND)).published();

        assertThat(TENANT.jobs()).hasSize(1);
    }

    @Test
    void refusesAManifestThatWasEdited_andTakesItBack() throws Exception {
        new Rig(emulator, TENANT.time(), output).manifest("a", Rig.TWO).published();
        Map<String, String> whole = Folders.data(output.resolve("a"));
        dies(rig(Rig.TWO));

        Rig edited = rig(Rig.TWO.replace("select Id from Contact", "select FirstName from Contact"));
        JobOutcome.Failed failed = edited.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ821");
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("put the manifest", "-Daqua.fresh");
        assertThat(edited.requests("POST /v1/batch-query")).isEmpty();

        rig(Rig.TWO).published();
        assertThat(Folders.data(output.resolve("a"))).isEqualTo(whole);
    }

    @Test
    void goesOn_whenOnlyExpectationsWereEdited() throws Exception {
        dies(rig(Rig.TWO));

        rig(Rig.TWO.replace("name: Contact,", "name: Contact, expect: {records: {min: 1}},"))
                .published();

        assertThat(TENANT.jobs()).hasSize(1);
    }

    @Test
    void givesUpAJobThatRuns_whenTheBuildWantsAFreshStart() throws Exception {
        dies(rig(Rig.TWO));
        emulator.misbehave(new Scenario.JobStatus("executing", Optional.empty()), Occasion.POLLS.next(1));

        Rig again = rig(Rig.TWO).fresh();
        JobOutcome.Published published = again.published();

        assertThat(again.requests("DELETE "))
                .containsExactly("DELETE /v1/batch-query/jobs/" + TENANT.jobs().get(0));
        assertThat(TENANT.jobs()).hasSize(2).endsWith(published.jobId());
    }

    @Test
    void isOver_whenWhatItsJobBroughtIsNotWhatZuoraCounted() throws Exception {
        dies(rig(Rig.ACCOUNTS));
        emulator.misbehave(new Scenario.WrongRecordCount(1), Occasion.POLLS);

        assertThat(Outcomes.codes(rig(Rig.ACCOUNTS).failed())).containsExactly("AQ705");
        emulator.behave();
        JobOutcome.Published published = rig(Rig.ACCOUNTS).published();

        assertThat(TENANT.jobs()).hasSize(2).endsWith(published.jobId());
    }

    @Test
    void isGivenUp_byTheNameOfItsJob_whenItsFilesAreGone() throws Exception {
        dies(rig(Rig.ACCOUNTS));
        TENANT.pass(Duration.ofHours(73));

        Rig again = rig(Rig.ACCOUNTS);
        JobOutcome.Published published = again.published();

        assertThat(TENANT.jobs()).hasSize(2).endsWith(published.jobId());
        assertThat(again.events())
                .filteredOn(RunEvent.GivenUp.class::isInstance)
                .containsExactly(new RunEvent.GivenUp(
                        published.id(), Optional.of(TENANT.jobs().get(0)), RunEvent.GivenUp.Why.GONE));
    }

    private static void dies(Rig rig) {
        rig.dies(StepDisk.diesAfter("submitted"));
    }

    private static List<RunEvent.GivenUp.Why> givenUp(Rig rig) {
        return rig.events().stream()
                .filter(RunEvent.GivenUp.class::isInstance)
                .map(event -> ((RunEvent.GivenUp) event).why())
                .toList();
    }

    private Instant watermark() throws Exception {
        return state().published().map(Published::watermark).orElseThrow();
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }
}
