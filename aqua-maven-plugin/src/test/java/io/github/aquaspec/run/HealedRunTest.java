package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run of a session was stopped, and the next build asks for healing: nothing is given up that healing does not bring. */
class HealedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT =
            new EmulatedTenant(config -> config.withPace(new Pace.Delay(Duration.ofMinutes(5))));

    private final AquaEmulator emulator = TENANT.emulator();
    private static final String SESSION = """
            version: "1.1"
            partner: gooddata
            project: PROJECT
            useQueryLabels: true
            dateTimeUtc: true
            queries:
              - {name: Account, type: zoqlexport, apiVersion: "145.0", query: select Id from Account}
              - {name: Contact, type: zoqlexport, apiVersion: "145.0", query: select Id from Contact}
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private String manifest = SESSION.replace("PROJECT", "healed" + System.nanoTime());

    @Test
    void goesOnWithTheFirstJob_whileItRuns_forNothingWasPublishedToHealFrom() throws Exception {
        rig().dies(StepDisk.diesAfter("submitted"));

        rig().heals().publishedWhateverIsSaid();

        assertThat(TENANT.jobs())
                .containsExactly(state().published().orElseThrow().jobId());
    }

    @Test
    void goesOnWithTheFirstJob_onceItIsCompleted() throws Exception {
        rig().dies(StepDisk.diesAfter("submitted"));
        TENANT.passWhileTheyRun(Duration.ofMinutes(10));

        rig().heals().publishedWhateverIsSaid();

        assertThat(TENANT.jobs())
                .containsExactly(state().published().orElseThrow().jobId());
    }

    @Test
    void keepsTheRun_whereItCannotHeal() throws Exception {
        rig().publishedWhateverIsSaid();
        rig().dies(StepDisk.diesAfter("submitted"));
        String written = manifest;
        manifest = manifest.replace("useQueryLabels", "incrementalTime: \"2020-01-01 00:00:00\"\nuseQueryLabels");
        assertThat(Outcomes.codes(rig().heals().failed())).containsExactly("AQ626");

        manifest = written;
        rig().publishedWhateverIsSaid();

        assertThat(TENANT.jobs())
                .as("the run that was stopped was gone on with")
                .hasSize(2);
    }

    @Test
    void cancelsTheJobThatItTakesThePlaceOf() throws Exception {
        rig().publishedWhateverIsSaid();
        rig().dies(StepDisk.diesAfter("submitted"));
        manifest = manifest.replace("select Id from Contact", "select FirstName from Contact");
        assertThat(Outcomes.codes(rig().failed())).containsExactly("AQ821");

        Rig healed = rig().fresh().heals().updatesColumns();
        healed.publishedWhateverIsSaid();

        assertThat(healed.requests("DELETE "))
                .containsExactly("DELETE /v1/batch-query/jobs/" + TENANT.jobs().get(1));
    }

    @Test
    void doesNotGiveUpTheFullLoad_ofAnEditedManifest_thatNothingElseBrings() throws Exception {
        emulator.misbehave(new Scenario.WrongRecordCount(1), Occasion.POLLS);
        JobOutcome.Failed wrong = rig().failed();
        assertThat(Outcomes.codes(wrong)).contains("AQ705", "AQ631");
        assertThat(wrong.diagnostics().get(wrong.diagnostics().size() - 1).message())
                .contains("is completed, and its records are in no snapshot yet");
        emulator.behave();
        String written = manifest;
        manifest = manifest.replace("select Id from Contact", "select FirstName from Contact");

        assertThat(Outcomes.codes(rig().fresh().heals().failed())).containsExactly("AQ626");
        assertThat(Outcomes.codes(rig().failed())).containsExactly("AQ821");

        manifest = written;
        rig().publishedWhateverIsSaid();
        assertThat(TENANT.jobs()).hasSize(1);
    }

    @Test
    void cancelsTheFullLoad_ofAnEditedManifest_andGetsAnother() throws Exception {
        rig().dies(StepDisk.diesAfter("submitted"));
        manifest = manifest.replace("select Id from Contact", "select FirstName from Contact");

        Rig healed = rig().fresh().heals();
        JobOutcome outcome = healed.run().get(0);

        assertThat(healed.requests("DELETE ")).hasSize(1);
        assertThat(((JobOutcome.Published) outcome).job().batches())
                .allSatisfy(batch -> assertThat(batch.full()).contains(true));
    }

    @Test
    void saysThatAnAnswerWasLost_alsoWhenTheBuildWantsAFreshStart() throws Exception {
        rig().dies(StepDisk.diesBefore("submitted"));
        TENANT.passWhileTheyRun(Duration.ofHours(24));
        JobOutcome.Failed failed = rig().fresh().failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ631");
        assertThat(TENANT.jobs()).hasSize(1);
        assertThat(rig().collected(TENANT.jobs().get(0))).isInstanceOf(JobOutcome.Published.class);
        rig().publishedWhateverIsSaid();
    }

    @Test
    void letsAnotherProjectTakeOver_whereTheFirstJobIsGone() throws Exception {
        rig().dies(StepDisk.diesAfter("submitted"));
        emulator.misbehave(new Scenario.Respond(404, "{}"), Occasion.DOWNLOADS);
        assertThat(Outcomes.codes(rig().failed())).contains("AQ707", "AQ631");
        emulator.behave();
        manifest = manifest.replace("project: ", "project: another");
        assertThat(Outcomes.codes(rig().failed())).containsExactly("AQ821");

        rig().fresh().heals().publishedWhateverIsSaid();
        rig().publishedWhateverIsSaid();
    }

    @Test
    void healsAgain_whereTheFilesOfAHealingJobAreGone() throws Exception {
        rig().publishedWhateverIsSaid();
        rig().heals().dies(StepDisk.diesAfter("submitted"));
        emulator.misbehave(new Scenario.Respond(404, "{}"), Occasion.DOWNLOADS.next(1));

        rig().heals().oneDownloadAtATime().publishedWhateverIsSaid();
        rig().publishedWhateverIsSaid();
    }

    @Test
    void healsAgain_whereAHealingJobIsGone() throws Exception {
        rig().publishedWhateverIsSaid();
        rig().heals().dies(StepDisk.diesAfter("submitted"));
        emulator.misbehave(new Scenario.Respond(404, "{}"), Occasion.POLLS.next(1));

        rig().heals().publishedWhateverIsSaid();
        rig().publishedWhateverIsSaid();
    }

    @Test
    void healsAgain_whereTheDataOfAHealingJobAreNoGood() throws Exception {
        rig().publishedWhateverIsSaid();
        emulator.misbehave(new Scenario.WrongRecordCount(1), Occasion.POLLS);
        rig().heals().failed();
        emulator.behave();
        emulator.misbehave(new Scenario.WrongRecordCount(1), Occasion.POLLS);
        rig().heals().failed();
        emulator.behave();

        rig().heals().publishedWhateverIsSaid();
        assertThat(TENANT.jobs()).as("one each time").hasSize(4);
    }

    private Rig rig() {
        return new Rig(emulator, TENANT.time(), output).remembering(states).manifest("a", manifest);
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }
}
