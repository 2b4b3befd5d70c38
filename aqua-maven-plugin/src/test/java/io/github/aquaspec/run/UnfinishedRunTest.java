package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run was stopped, and what the next build asks, or what is published, is not as it was then. */
class UnfinishedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final AquaEmulator emulator = TENANT.emulator();
    private static final Instant INITIAL = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2022-01-01T00:00:00Z");
    private static final String WINDOW = """
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2020-01-01T00:00:00Z", lag: PT0S}
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;
    private static final String SESSION = """
            version: "1.1"
            partner: gooddata
            project: unfinished
            useQueryLabels: true
            queries: [{name: Account, apiVersion: "145.0", query: "select Id from Account"}]
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private List<String> before;

    @BeforeEach
    void countJobs() {
        before = TENANT.jobs();
    }

    @Test
    void keepsTheWindowOfThen_whateverTheBuildTakesForNow() throws Exception {
        dies(window(upTo(FIRST)));

        Rig again = window(upTo(SECOND));
        again.published();

        assertThat(watermark()).isEqualTo(FIRST);
        assertThat(jobs()).hasSize(1);
        window(upTo(SECOND)).published();
        assertThat(watermark()).isEqualTo(SECOND);
    }

    @Test
    void keepsTheWindowOfThen_whenAnotherJobIsNeeded() throws Exception {
        dies(window(upTo(FIRST)));
        TENANT.time().of(Duration.ofHours(73));

        window(upTo(SECOND)).published();

        assertThat(jobs()).hasSize(2);
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
        before = TENANT.jobs();
        dies(window(again(INITIAL, FIRST)));

        window(again(INITIAL, FIRST)).published();

        assertThat(jobs()).hasSize(1);
        assertThat(watermark()).isEqualTo(FIRST);
    }

    @Test
    void isInTheWay_ofAnotherWindow() throws Exception {
        window(upTo(FIRST)).published();
        dies(window(upTo(SECOND)));

        Rig next = window(again(INITIAL, FIRST));

        assertThat(Rig.codes(next.failed())).containsExactly("AQ821");
        assertThat(next.requests("POST /v1/batch-query")).isEmpty();
    }

    @Test
    void isGivenUp_whenItsSessionIsHealed() throws Exception {
        rig(SESSION).published();
        TENANT.time().of(Duration.ofHours(1));
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
        TENANT.time().of(Duration.ofHours(hours));

        JobOutcome outcome = rig(Rig.ACCOUNTS).run().get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(Rig.codes(outcome)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void publishesNothingOfThen_whereWarningsStop_andAFreshRunDoes() throws Exception {
        dies(rig(Rig.ACCOUNTS));
        TENANT.time().of(Duration.ofHours(13));

        assertThat(Rig.codes(rig(Rig.ACCOUNTS).warningsStop().failed())).containsExactly("AQ825");
        rig(Rig.ACCOUNTS).warningsStop().fresh().published();

        assertThat(jobs()).hasSize(2);
    }

    @Test
    void saysNothingOfAWindow_howeverLongAgoItWasSent() throws Exception {
        dies(window(upTo(FIRST)));
        TENANT.time().of(Duration.ofDays(2));

        window(upTo(SECOND)).published();

        assertThat(jobs()).hasSize(1);
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, TENANT.time(), output).remembering(states).manifest("a", manifest);
    }

    private Rig window(WindowChoice choice) {
        return rig(WINDOW).windows(choice);
    }

    private static WindowChoice upTo(Instant asOf) {
        return new WindowChoice(Optional.of(asOf), Optional.empty());
    }

    private static WindowChoice again(Instant from, Instant to) {
        return new WindowChoice(Optional.empty(), Optional.of(new WindowRange(from, to)));
    }

    private static void dies(Rig rig) {
        assertThatThrownBy(rig.on(StepDisk.diesAfter("submitted"))::run).isInstanceOf(FaultyDisk.Death.class);
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

    /** The jobs at the server since the test has begun. */
    private List<String> jobs() {
        return TENANT.jobs().stream().filter(id -> !before.contains(id)).toList();
    }
}
