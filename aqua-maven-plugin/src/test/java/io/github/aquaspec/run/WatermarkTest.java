package io.github.aquaspec.run;

import static io.github.aquaspec.run.AccountWindows.INITIAL;
import static io.github.aquaspec.run.AccountWindows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is remembered moves with the snapshot that is published: never ahead of it, and never without it. */
class WatermarkTest extends WindowFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @Test
    void aRunThatFails_leavesTheWatermark_andTheNextRepeatsItsWindow() throws Exception {
        windows.upTo(middle).published();
        Optional<Published> before = windows.state().published();

        TENANT.emulator().misbehave(new Scenario.WrongRecordCount(-1));
        JobOutcome.Failed failed = windows.upTo(end).failed();
        assertThat(windows.state().published()).isEqualTo(before);
        assertThat(windows.state().jobId()).isEqualTo(failed.jobId());
        assertThat(windows.state().journal().run())
                .map(JournalledRun::published)
                .contains(false);

        TENANT.emulator().behave();
        assertThat(rows(windows.upTo(end).published()).keySet())
                .containsExactlyInAnyOrderElementsOf(windows.ids(middle, end));
    }

    @Test
    void aPublishThatFails_leavesTheWatermark() throws Exception {
        windows.upTo(middle).published();
        Optional<Published> before = windows.state().published();
        Files.createDirectories(windows.snapshotUpTo(end).resolve("mine"));

        JobOutcome.Failed failed = windows.upTo(end).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ801");
        assertThat(windows.state().published()).isEqualTo(before);
    }

    @Test
    void aRunKilledBetweenPublishingAndCommitting_isRepeated_withTheSameResult() throws Exception {
        windows.upTo(middle).published();
        Published before = windows.state().published().orElseThrow();
        JobOutcome.Published first = windows.upTo(end).published();
        Map<String, Instant> rows = rows(first);
        Published after = windows.state().published().orElseThrow();
        Files.delete(windows.state().path().resolve("window.json"));
        windows.state().commit(Optional.empty(), before);

        JobOutcome.Published again = windows.upTo(end).published();

        assertThat(again.directory()).isEqualTo(first.directory());
        assertThat(rows(again)).isEqualTo(rows);
        assertThat(windows.state().published()).map(Published::watermark).contains(after.watermark());
        assertThat(Folders.names(windows.snapshots())).hasSize(2);
    }

    @Test
    void publishesNothing_whenAnotherRunHasPublishedMeanwhile() throws Exception {
        Files.createDirectories(windows.snapshots());
        Rig rig = windows.upTo(end);
        AccountWindows other = new AccountWindows(TENANT, folder.resolve("another machine"));
        other.upTo(middle).published();
        rig.whenSubmitted(() -> Files.copy(
                other.state().path().resolve("window.json"),
                windows.state().path().resolve("window.json")));

        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ812");
        assertThat(failed.diagnostics().get(0).message())
                .contains("holds the window " + INITIAL + " to " + middle)
                .contains("started from nothing");
        assertThat(windows.state().published()).map(Published::watermark).contains(middle);
    }

    @Test
    void saysThatWhatStandsThereIsNotRemembered_whenTheStateCannotBeWritten() throws Exception {
        Rig rig = windows.upTo(middle);
        Path local = windows.state().path().resolve("local");
        rig.whenVerified(() -> {
            for (String name : Folders.names(local)) {
                Files.delete(local.resolve(name));
            }
            Files.delete(local);
            Files.writeString(local, "no folder");
        });

        JobOutcome outcome = rig.run().get(0);

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(outcome.isFailed()).isTrue();
        assertThat(outcome.diagnostics())
                .extracting(d -> d.code().id() + " " + d.severity().word())
                .containsExactly("AQ813 error");
        assertThat(((JobOutcome.Published) outcome).directory()).isDirectory();
        assertThat(windows.state().published()).isEmpty();
    }
}
