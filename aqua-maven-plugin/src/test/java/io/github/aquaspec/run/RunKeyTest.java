package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which runs are one: on the same disk, on an empty one, with a key from outside and without. */
class RunKeyTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private final AquaEmulator emulator = TENANT.emulator();
    private static final String PLAIN = Rig.ACCOUNTS;
    private static final String WINDOW = Machines.WINDOW;

    @TempDir
    private Path folder;

    /** One that no other test has used: the server keeps its answers. */
    private final String key = "8123456789-snapshot-" + System.nanoTime();

    private Machines machines;
    private int asked;

    @BeforeEach
    void begin() {
        machines = new Machines(TENANT, folder);
        asked = emulator.requests().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aSecondRunOfOneBuild_isAnotherRun(String manifest) throws Exception {
        rig(manifest).under(key).publishedWhateverIsSaid();
        TENANT.pass(Duration.ofMinutes(10));
        rig(manifest).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).hasSize(2);
        assertThat(keys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aConstantKey_isAnotherRunEachNight_whereTheDiskLasts(String manifest) throws Exception {
        for (int night = 1; night <= 3; night++) {
            rig(manifest).under(key).publishedWhateverIsSaid();
            TENANT.pass(Duration.ofDays(1));
        }

        assertThat(TENANT.jobs()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aConstantKey_isRefused_whereTheDiskIsEmptyEachNight(String manifest) throws Exception {
        rig(manifest).under(key).publishedWhateverIsSaid();
        TENANT.pass(Duration.ofHours(23));
        machines.next();

        JobOutcome.Failed failed = failed(rig(manifest).under(key));

        assertThat(Outcomes.codes(failed)).containsExactly("AQ823");
        assertThat(failed.diagnostics().get(0).message()).contains("hours ago");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("leave aqua.runKey out");
        assertThat(machines.output()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aRerunOfAFailedCiJob_findsItsJob_onAnEmptyMachine(String manifest) throws Exception {
        Optional<Instant> to = machines.lose(rig(manifest).under(key));
        assertThat(to.isPresent()).isEqualTo(manifest.equals(WINDOW));

        Rig again = rig(manifest).under(key);
        JobOutcome.Published published = again.publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).containsExactly(published.jobId());
        assertThat(again.events())
                .filteredOn(RunEvent.Continued.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    RunEvent.Continued found = (RunEvent.Continued) event;
                    assertThat(found.byKey()).isTrue();
                    assertThat(found.age().orElseThrow()).isBetween(Duration.ofMinutes(49), Duration.ofMinutes(51));
                });
        assertThat(again.events())
                .filteredOn(RunEvent.Submitted.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((RunEvent.Submitted) event).runKey()).contains(key));
        assertThat(machines.state().published().map(Published::watermark))
                .as("the window of then, not of now")
                .isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aRerunOfAFailedCiJob_triesAnother_whereItsJobCameToNothing(String manifest) throws Exception {
        machines.lose(rig(manifest).under(key));
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.empty()), Occasion.POLLS.next(1));

        JobOutcome.Published published = rig(manifest).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).hasSize(2).contains(published.jobId());
    }

    @Test
    void aRerunOfABuildThatWasPublished_goesOnFromThere_whereItsStateWasBroughtAlong() throws Exception {
        rig(WINDOW).under(key).publishedWhateverIsSaid();
        Path window = machines.state().path().resolve("window.json");
        String committed = Files.readString(window);
        TENANT.pass(Duration.ofHours(1));
        machines.next();
        Files.createDirectories(machines.state().path());
        Files.writeString(machines.state().path().resolve("window.json"), committed);

        rig(WINDOW).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs())
                .as("the job of the key is the one that was published")
                .hasSize(2);
    }

    @Test
    void aRerunThatFoundItsJob_andIsStoppedAsWell_goesOnWithTheWindowOfThen() throws Exception {
        Optional<Instant> to = machines.lose(rig(WINDOW).under(key));
        rig(WINDOW).under(key).dies(StepDisk.diesAfter("stored"));

        JobOutcome.Published published = rig(WINDOW).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).containsExactly(published.jobId());
        assertThat(machines.state().published().map(Published::watermark)).isEqualTo(to);
    }

    @Test
    void aRerunThatIsStopped_beforeItLooksAtTheJobItFound_goesOnWithTheWindowOfThen() throws Exception {
        Optional<Instant> to = machines.lose(rig(WINDOW).under(key));
        rig(WINDOW).under(key).dies(StepDisk.diesBefore("submitted"));
        rig(WINDOW).under(key).dies(StepDisk.diesAfter("stored"));

        JobOutcome.Published published = rig(WINDOW).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).containsExactly(published.jobId());
        assertThat(machines.state().published().map(Published::watermark)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aKeyThatBringsANewJob_saysNothingOfAnOldOne(String manifest) throws Exception {
        Rig rig = rig(manifest).under(key);

        rig.publishedWhateverIsSaid();

        assertThat(rig.events()).isNotEmpty().noneMatch(RunEvent.Continued.class::isInstance);
    }

    @Test
    void aJobOfOtherQueries_isNotThatOfThisRun() throws Exception {
        rig(PLAIN).under(key).dies(StepDisk.diesAfter("submitted"));
        machines.next();
        emulator.misbehave(
                new Scenario.EditAnswer("/batches/0/query", Optional.of("\"select Id from Contact\"")), Occasion.POLLS);

        JobOutcome.Failed failed = failed(rig(PLAIN).under(key));

        assertThat(Outcomes.codes(failed)).containsExactly("AQ824");
    }

    @Test
    void aManifestThatWasEdited_isAnotherRun_whateverTheKey() throws Exception {
        rig(PLAIN).under(key).dies(StepDisk.diesAfter("submitted"));
        machines.next();

        rig(PLAIN.replace("Id, Name", "Id")).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).hasSize(2);
    }

    @Test
    void aBuildWithoutAKey_goesOnWithTheOneThatWasStopped_andThenBeginsAnother() throws Exception {
        rig(PLAIN).dies(StepDisk.diesAfter("submitted"));
        rig(PLAIN).under("another").publishedWhateverIsSaid();
        assertThat(TENANT.jobs()).hasSize(1);

        rig(PLAIN).publishedWhateverIsSaid();
        assertThat(TENANT.jobs()).hasSize(2);
    }

    @Test
    void aFreshStart_usesNoKeyFromOutside() throws Exception {
        rig(PLAIN).under(key).publishedWhateverIsSaid();
        machines.next();

        rig(PLAIN).under(key).fresh().publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).hasSize(2);
    }

    @Test
    void aKeyWhoseAnswerIsKept_givesWayToTheNextAttempt() throws Exception {
        emulator.settings().set("maxConcurrentJobs", "0");
        Rig rig = rig(PLAIN).whenPaused(() -> emulator.settings().set("maxConcurrentJobs", "50"));

        JobOutcome.Published published = rig.publishedWhateverIsSaid();

        assertThat(keys()).as("the refusal is kept under the first").hasSize(2);
        assertThat(TENANT.jobs()).containsExactly(published.jobId());
    }

    @Test
    void aKeyThatIsSpent_isNotSentAgain_whereItsJobCameToNothing() throws Exception {
        emulator.settings().set("maxConcurrentJobs", "0");
        machines.lose(rig(PLAIN).under(key).whenPaused(() -> emulator.settings().set("maxConcurrentJobs", "50")));
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.empty()), Occasion.POLLS.next(1));
        asked = emulator.requests().size();

        rig(PLAIN).under(key).publishedWhateverIsSaid();

        assertThat(keys()).as("kept, dead, published").hasSize(3);
        assertThat(sent().filter(keys().get(1)::equals)).hasSize(1);
    }

    private Rig rig(String manifest) {
        return machines.rig(manifest);
    }

    private static JobOutcome.Failed failed(Rig rig) throws Exception {
        return (JobOutcome.Failed) rig.run().get(0);
    }

    private List<String> keys() {
        return sent().distinct().toList();
    }

    /** The key of each submission. */
    private Stream<String> sent() {
        return emulator.requests().stream()
                .skip(asked)
                .filter(request -> request.path().equals("/v1/batch-query/"))
                .map(request -> request.headers().get("Idempotency-Key").get(0));
    }
}
