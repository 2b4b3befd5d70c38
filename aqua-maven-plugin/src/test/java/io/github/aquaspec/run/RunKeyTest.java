package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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

    private static final AquaEmulator emulator = TENANT.emulator();
    private static final String PLAIN = Rig.ACCOUNTS;
    private static final String WINDOW = """
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2024-01-01T00:00:00Z", lag: PT2H}
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    @TempDir
    private Path folder;

    private List<String> before;
    /** One that no other test has used: the server keeps its answers. */
    private final String key = "8123456789-snapshot-" + System.nanoTime();

    private int machines;
    private int asked;
    private Path states;
    private Path output;

    @BeforeEach
    void countRequests() {
        asked = emulator.requests().size();
    }

    @BeforeEach
    void onAnEmptyMachine() {
        before = TENANT.jobs();
        states = folder.resolve("machine-" + ++machines + "/states");
        output = folder.resolve("machine-" + machines + "/out");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aSecondRunOfOneBuild_isAnotherRun(String manifest) throws Exception {
        published(rig(manifest).under(key));
        pass(Duration.ofMinutes(10));
        published(rig(manifest).under(key));

        assertThat(jobs()).hasSize(2);
        assertThat(keys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aConstantKey_isAnotherRunEachNight_whereTheDiskLasts(String manifest) throws Exception {
        for (int night = 1; night <= 3; night++) {
            published(rig(manifest).under(key));
            pass(Duration.ofDays(1));
        }

        assertThat(jobs()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aConstantKey_isRefused_whereTheDiskIsEmptyEachNight(String manifest) throws Exception {
        published(rig(manifest).under(key));
        pass(Duration.ofHours(23));
        onAnEmptyMachine();

        JobOutcome.Failed failed = failed(rig(manifest).under(key));

        assertThat(Rig.codes(failed)).containsExactly("AQ823");
        assertThat(failed.diagnostics().get(0).message()).contains("hours ago");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("leave aqua.runKey out");
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aRerunOfAFailedCiJob_findsItsJob_onAnEmptyMachine(String manifest) throws Exception {
        dies(rig(manifest).under(key), StepDisk.diesAfter("submitted"));
        Instant to = TENANT.time().instant().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        pass(Duration.ofMinutes(50));
        onAnEmptyMachineThatKnowsItsJobs();

        Rig again = rig(manifest).under(key);
        JobOutcome.Published published = published(again);

        assertThat(jobs()).containsExactly(published.jobId());
        assertThat(again.events())
                .filteredOn(RunEvent.Continued.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    RunEvent.Continued found = (RunEvent.Continued) event;
                    assertThat(found.byKey()).isTrue();
                    assertThat(found.age().orElseThrow()).isBetween(Duration.ofMinutes(49), Duration.ofMinutes(51));
                });
        if (manifest.equals(WINDOW)) {
            assertThat(state().published().map(Published::watermark))
                    .as("the window of then, not of now")
                    .get()
                    .satisfies(watermark ->
                            assertThat(Duration.between(watermark, to).abs()).isLessThan(Duration.ofMinutes(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WINDOW})
    void aRerunOfAFailedCiJob_triesAnother_whereItsJobCameToNothing(String manifest) throws Exception {
        dies(rig(manifest).under(key), StepDisk.diesAfter("submitted"));
        pass(Duration.ofMinutes(50));
        onAnEmptyMachineThatKnowsItsJobs();
        emulator.misbehave(new Scenario.JobStatus("aborted", Optional.empty()), Occasion.POLLS.next(1));

        JobOutcome.Published published = published(rig(manifest).under(key));

        assertThat(jobs()).hasSize(2).contains(published.jobId());
    }

    @Test
    void aRerunOfABuildThatWasPublished_goesOnFromThere_whereItsStateWasBroughtAlong() throws Exception {
        published(rig(WINDOW).under(key));
        Path window = state().path().resolve("window.json");
        String committed = Files.readString(window);
        pass(Duration.ofHours(1));
        onAnEmptyMachineThatKnowsItsJobs();
        Files.createDirectories(state().path());
        Files.writeString(state().path().resolve("window.json"), committed);

        published(rig(WINDOW).under(key));

        assertThat(jobs())
                .as("the job of the key is the one that was published")
                .hasSize(2);
    }

    @Test
    void aJobOfOtherQueries_isNotThatOfThisRun() throws Exception {
        dies(rig(PLAIN).under(key), StepDisk.diesAfter("submitted"));
        onAnEmptyMachineThatKnowsItsJobs();
        emulator.misbehave(
                new Scenario.EditAnswer("/batches/0/query", Optional.of("\"select Id from Contact\"")), Occasion.POLLS);

        JobOutcome.Failed failed = failed(rig(PLAIN).under(key));

        assertThat(Rig.codes(failed)).containsExactly("AQ824");
    }

    @Test
    void aManifestThatWasEdited_isAnotherRun_whateverTheKey() throws Exception {
        dies(rig(PLAIN).under(key), StepDisk.diesAfter("submitted"));
        onAnEmptyMachineThatKnowsItsJobs();

        published(rig(PLAIN.replace("Id, Name", "Id")).under(key));

        assertThat(jobs()).hasSize(2);
    }

    @Test
    void aBuildWithoutAKey_goesOnWithTheOneThatWasStopped_andThenBeginsAnother() throws Exception {
        dies(rig(PLAIN), StepDisk.diesAfter("submitted"));
        published(rig(PLAIN).under("another"));
        assertThat(jobs()).hasSize(1);

        published(rig(PLAIN));
        assertThat(jobs()).hasSize(2);
    }

    @Test
    void aFreshStart_usesNoKeyFromOutside() throws Exception {
        published(rig(PLAIN).under(key));
        onAnEmptyMachineThatKnowsItsJobs();

        published(rig(PLAIN).under(key).fresh());

        assertThat(jobs()).hasSize(2);
    }

    @Test
    void aKeyWhoseAnswerIsKept_givesWayToTheNextAttempt() throws Exception {
        emulator.settings().set("maxConcurrentJobs", "0");
        Rig rig = rig(PLAIN).whenPaused(() -> emulator.settings().set("maxConcurrentJobs", "50"));

        JobOutcome.Published published = published(rig);

        assertThat(keys()).as("the refusal is kept under the first").hasSize(2);
        assertThat(jobs()).containsExactly(published.jobId());
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, TENANT.time(), output).remembering(states).manifest("a", manifest);
    }

    private static JobOutcome.Published published(Rig rig) throws Exception {
        JobOutcome outcome = rig.run().get(0);
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(JobOutcome.Published.class);
        return (JobOutcome.Published) outcome;
    }

    private static JobOutcome.Failed failed(Rig rig) throws Exception {
        return (JobOutcome.Failed) rig.run().get(0);
    }

    private void dies(Rig rig, Disk disk) {
        assertThatThrownBy(rig.on(disk)::run).isInstanceOf(FaultyDisk.Death.class);
    }

    /** Another machine, while the server keeps what it has. */
    private void onAnEmptyMachineThatKnowsItsJobs() {
        List<String> known = before;
        onAnEmptyMachine();
        before = known;
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }

    private List<String> jobs() {
        return TENANT.jobs().stream().filter(id -> !before.contains(id)).toList();
    }

    private List<String> keys() {
        return emulator.requests().stream()
                .skip(asked)
                .filter(request -> request.path().equals("/v1/batch-query/"))
                .map(request -> request.headers().get("Idempotency-Key").get(0))
                .distinct()
                .toList();
    }

    private static void pass(Duration duration) {
        TENANT.time().of(duration);
    }
}
