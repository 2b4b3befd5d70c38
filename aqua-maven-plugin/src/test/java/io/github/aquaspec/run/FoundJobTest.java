package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.model.QueryType;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run key finds a job of before: it is held against what is asked, also when the run is stopped in between. */
class FoundJobTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private final AquaEmulator emulator = TENANT.emulator();
    private static final String WINDOW = Machines.WINDOW;
    private static final String JOB = "0000000000000000000000000000000a";

    @TempDir
    private Path folder;

    private final String key = "found-" + System.nanoTime();
    private Machines machines;

    @BeforeEach
    void begin() {
        machines = new Machines(TENANT, folder);
    }

    @Test
    void isTakenWithItsWindow_alsoWhenItCouldNotBeLookedAtAtOnce() throws Exception {
        Instant to = machines.lose(rig(WINDOW).under(key)).orElseThrow();
        emulator.misbehave(new Scenario.Respond(403, "{}"), Occasion.POLLS);
        rig(WINDOW).under(key).run().get(0);
        emulator.behave();

        rig(WINDOW).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).hasSize(1);
        assertThat(watermark()).isEqualTo(to);
    }

    @Test
    void isTakenWithItsWindow_alsoWhenItsAnswerWasLost() throws Exception {
        Instant to = machines.lose(rig(WINDOW).under(key)).orElseThrow();
        rig(WINDOW).under(key).dies(StepDisk.diesAfter("intent"));

        rig(WINDOW).under(key).publishedWhateverIsSaid();

        assertThat(TENANT.jobs()).hasSize(1);
        assertThat(watermark()).isEqualTo(to);
    }

    @Test
    void isNotThatOfAWindowThatTheBuildAsksFor() throws Exception {
        machines.lose(rig(WINDOW).under(key));
        WindowRange asked =
                new WindowRange(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-02-01T00:00:00Z"));

        JobOutcome.Published published = rig(WINDOW)
                .windows(new WindowChoice(Optional.empty(), Optional.of(asked)))
                .under(key)
                .publishedWhateverIsSaid();

        assertThat(published.job().batches().get(0).query()).contains("2025-01-01", "2025-02-01");
    }

    @Test
    void thatIsDead_isDead_whereverItsTimesAreIn() {
        assertThat(found("aborted", Duration.ofHours(1), Optional.empty()).isDead())
                .isTrue();
    }

    @Test
    void thatIsDead_isThatOfThisRun_whereItIsNew() {
        assertThat(found("aborted", Duration.ofSeconds(60)).isDead()).isFalse();
        assertThat(found("aborted", Duration.ofSeconds(61)).isDead()).isTrue();
        assertThat(found("completed", Duration.ofHours(1)).isDead()).isFalse();
        assertThat(found("executing", Duration.ofHours(1)).isDead()).isFalse();
    }

    @Test
    void isOld_afterAMinute() {
        assertThat(found("completed", Duration.ofSeconds(60)).age()).isEmpty();
        assertThat(found("completed", Duration.ofSeconds(61)).age()).contains(Duration.ofSeconds(61));
    }

    @Test
    void isThatOfThisNight_forTwelveHours() throws Exception {
        found("completed", Duration.ofHours(12)).require(Optional.empty());

        assertThatThrownBy(() ->
                        found("completed", Duration.ofHours(12).plusSeconds(1)).require(Optional.empty()))
                .hasMessageContaining("was found under this run key, and began 12 hours ago");
    }

    @Test
    void isPublished_whereItWasPublishedLast() {
        FoundJob found = found("completed", Duration.ofHours(1));

        assertThat(found.isPublished(Optional.of(published(JOB)))).isTrue();
        assertThat(found.isPublished(Optional.of(published("0000000000000000000000000000000b"))))
                .isFalse();
        assertThat(found.isPublished(Optional.empty())).isFalse();
    }

    @Test
    void aRefusalThatIsKept_isSaidToBeOne_onAnEmptyMachine() throws Exception {
        String wrong = Rig.ACCOUNTS.replace("select Id, Name from", "select Id, Nonsense__c from");
        rig(wrong).under(key).run().get(0);
        machines.next();

        JobOutcome failed = rig(wrong).under(key).run().get(0);

        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("24 hours", "-Daqua.fresh");
    }

    @Test
    void thatIsTooOld_isLeftAlone_asTheFixSays() throws Exception {
        machines.lose(rig(WINDOW).under(key));
        TENANT.pass(Duration.ofHours(13));

        JobOutcome failed = rig(WINDOW).under(key).run().get(0);
        assertThat(Outcomes.codes(failed)).containsExactly("AQ823");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("-Daqua.fresh");

        machines.next();
        rig(WINDOW).under(key).fresh().publishedWhateverIsSaid();
    }

    private FoundJob found(String status, Duration age) {
        return found(status, age, Optional.of(ZoneOffset.UTC));
    }

    /** A job that asks what is planned, and began so long before it was found. */
    private FoundJob found(String status, Duration age, Optional<ZoneId> zone) {
        BatchReply batch = new BatchReply(
                Optional.empty(),
                Optional.of("Account"),
                "select Id, Name from Account",
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("145.0"),
                Optional.of("zoqlexport"),
                Optional.empty(),
                List.of());
        JobReply job = new JobReply(
                JOB, status, Optional.of("2026-11-22 01:00:00"), Optional.empty(), JobEcho.NOTHING, List.of(batch));
        JobPlan plan = Plans.plan("a", Rig.ACCOUNTS, machines.output());
        return new FoundJob(plan, job, Instant.parse("2026-11-22T01:00:00Z").plus(age), zone);
    }

    private static Published published(String jobId) {
        return new WindowPublished(
                new TargetIdentity("emulator", "127.0.0.1", Optional.empty(), Optional.empty()),
                jobId,
                Instant.parse("2026-11-21T00:00:00Z"),
                Instant.parse("2026-11-22T00:00:00Z"),
                List.of(new PublishedQuery(
                        Optional.of("Account"), "select Id from Account", QueryType.ZOQLEXPORT, Optional.empty())),
                List.of());
    }

    private Instant watermark() throws Exception {
        return machines.state().published().orElseThrow().watermark();
    }

    private Rig rig(String manifest) {
        return machines.rig(manifest);
    }
}
