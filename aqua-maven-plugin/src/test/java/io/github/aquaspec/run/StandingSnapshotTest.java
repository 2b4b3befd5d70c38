package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.UnforcedDisk;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Something fails when the new snapshot has its name already: nobody says that nothing was published. */
class StandingSnapshotTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @Test
    void isNotRemembered_whenTheDiskDoesNotSayThatItLasts_andTheNextRunRemembersIt() throws Exception {
        rig(Disk.local()).published();

        JobOutcome.Published standing =
                rig(disk(() -> new IOException("input/output error"))).publishedWhateverIsSaid();

        assertThat(Outcomes.codes(standing)).containsExactly("AQ801");
        assertThat(standing.diagnostics().get(0).message()).contains("stands in " + output.resolve("a"), "error");
        assertThat(standing.diagnostics().get(0).why()).doesNotContain("Nothing is published");
        assertRemembersIt(standing);
    }

    @Test
    void isSaidToStand_whenTheRunIsStoppedBehindTheRename_andTheNextRunRemembersIt() throws Exception {
        JobOutcome.Published standing = rig(disk(() -> {
                    Thread.currentThread().interrupt();
                    return new ClosedByInterruptException();
                }))
                .publishedWhateverIsSaid();

        assertThat(Outcomes.codes(standing)).containsExactly("AQ803");
        assertThat(standing.diagnostics().get(0).message()).contains("stood in " + output.resolve("a"));
        assertThat(standing.diagnostics().get(0).why()).doesNotContain("Nothing is published");
        assertRemembersIt(standing);
    }

    /** The snapshot before is not deleted as long as it may come back. */
    private void assertRemembersIt(JobOutcome.Published standing) throws Exception {
        assertThat(standing.isFailed()).isTrue();
        assertThat(standing.isRemembered()).isFalse();
        assertThat(live()).isTrue();

        Rig next = rig(Disk.local());
        assertThat(next.published().jobId()).isEqualTo(standing.jobId());
        assertThat(next.requests("GET /v1/files/")).isEmpty();
        assertThat(live()).isFalse();
        assertThat(output.resolve(".a.old")).doesNotExist();
    }

    private boolean live() throws Exception {
        return StateDirectory.of(states, Rig.EMULATOR, "a")
                .journal()
                .run()
                .filter(JournalledRun::isLive)
                .isPresent();
    }

    private UnforcedDisk disk(UnforcedDisk.Trouble trouble) {
        return new UnforcedDisk(output.resolve("a"), trouble);
    }

    private Rig rig(Disk disk) {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .on(disk)
                .remembering(states)
                .manifest("a", Rig.ACCOUNTS);
    }
}
