package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.snapshot.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The build is stopped by somebody, or by a bug of ours, and not killed: there is time for a word. */
class StoppedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT =
            new EmulatedTenant(config -> config.withPace(new Pace.Delay(Duration.ofMinutes(5))));

    private final AquaEmulator emulator = TENANT.emulator();

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @Test
    void leavesTheJobRunning_andTheNextRunGoesOnWithIt() throws Exception {
        JobOutcome.Failed failed = stopped(rig("a"));

        assertThat(Outcomes.codes(failed)).containsExactly("AQ803");
        assertThat(failed.retry()).isEqualTo(Retry.NOW);
        assertThat(failed.jobId()).isPresent();
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("the same job");

        Rig again = rig("a");
        assertThat(again.published().jobId()).isEqualTo(failed.jobId().get());
        assertThat(again.requests("DELETE ")).isEmpty();
    }

    @Test
    void cancelsTheJob_whereTheBuildWantsThat_andTheNextRunSubmitsAnother() throws Exception {
        Rig rig = rig("a").cancelsOnAbort();
        JobOutcome.Failed failed = stopped(rig);

        String job = failed.jobId().orElseThrow();
        assertThat(rig.requests("DELETE ")).containsExactly("DELETE /v1/batch-query/jobs/" + job);
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("another job");

        assertThat(rig("a").published().jobId()).isNotEqualTo(job);
        assertThat(TENANT.jobs()).hasSize(2);
    }

    @Test
    void doesNotSayThatTheJobIsCancelled_whenZuoraDoesNotCancelIt() throws Exception {
        emulator.misbehave(
                new Scenario.Respond(403, Map.of(), "{}", false), new Occasion("DELETE", "/v1/", Occasion.ALWAYS));
        Rig rig = rig("a").cancelsOnAbort();

        JobOutcome.Failed failed = stopped(rig);

        assertThat(rig.requests("DELETE ")).hasSize(1);
        assertThat(Outcomes.codes(failed)).hasSize(2).first().isEqualTo("AQ803");
        assertThat(failed.diagnostics().get(0).message()).isEqualTo("the build was stopped");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("the same job");

        assertThat(rig("a").published().jobId()).isEqualTo(failed.jobId().orElseThrow());
    }

    @Test
    void beginsNothingThatWaits() throws Exception {
        Rig rig = rig("a", "b", "c").oneJobAtATime();
        rig.whenPaused(rig::stop);

        List<JobOutcome> outcomes = rig.run();

        assertThat(outcomes)
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(Outcomes.codes(outcome)).containsExactly("AQ803"));
        assertThat(rig.requests("POST /v1/batch-query")).hasSize(1);
    }

    @Test
    void endsEachManifest_whenItIsStoppedBeforeTheyAreHandedOut() throws Exception {
        List<JobOutcome> outcomes = rig("a", "b", "c").stoppedAtOnce().run();

        assertThat(outcomes)
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(Outcomes.codes(outcome)).containsExactly("AQ803"));
    }

    @Test
    void isNoTroubleWithTheLock_whenItIsStoppedThere() throws Exception {
        Rig rig = rig("a");
        rig.on(new ForwardingDisk() {

            @Override
            public void createDirectory(Path directory) throws IOException {
                super.createDirectory(directory);
                if (directory.startsWith(states)) {
                    rig.stop();
                }
            }
        });

        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ803");
        assertThat(failed.retry()).isEqualTo(Retry.NOW);
        assertThat(rig.recorded()).isEmpty();
    }

    @Test
    void saysWhereItWas_whenItMeetsABug() throws Exception {
        Rig rig = rig("a").whenSubmitted(() -> {
            throw new IllegalStateException("a bug");
        });

        JobOutcome.Failed failed = (JobOutcome.Failed) rig.run().get(0);

        assertThat(Outcomes.codes(failed)).containsExactly("AQ901");
        assertThat(failed.diagnostics().get(0).why()).contains("StoppedRunTest", ".java:", ", called by ");
    }

    private JobOutcome.Failed stopped(Rig rig) throws Exception {
        rig.whenPaused(rig::stop);
        JobOutcome outcome = rig.run().get(0);
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        return (JobOutcome.Failed) outcome;
    }

    private Rig rig(String... ids) {
        Rig rig = new Rig(emulator, TENANT.time(), output).remembering(states);
        for (String id : ids) {
            rig.manifest(id, Rig.ACCOUNTS);
        }
        return rig;
    }
}
