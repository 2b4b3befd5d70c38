package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.snapshot.CachedDisk;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.FaultyDisk.Death;
import io.github.aquaspec.snapshot.FaultyDisk.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends a run at each change that it makes to the disk, by death, by a halt of the JVM and by an error of the disk, and
 * its recovery as well. What must hold at any instant, and what a plain run afterwards must come to, are the invariants of
 * docs/reliability.md.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunTest {

    /** All of it, where there is time. */
    private static final boolean PROOF = Boolean.getBoolean("aqua.proof");

    /** From one change to the next that is tried. */
    private static final int STEP = PROOF ? 1 : 6;

    private Path root;

    private GoldenGround ground;
    private int changes;

    @BeforeAll
    void publishTheOneBefore_andCountTheChangesOfARun(@TempDir Path folder) throws Exception {
        root = folder;
        ground = new GoldenGround(root);
        FaultyDisk counting = FaultyDisk.counting();
        assertThat(ground.copy().upTo(GoldenRun.END, counting)).isInstanceOf(JobOutcome.Published.class);
        changes = counting.changes();
    }

    @AfterAll
    void close() {
        ground.close();
    }

    @Test
    void comesToTheSame_whereverTheProcessDies() throws Exception {
        List<Fault> deaths = PROOF ? List.of(Fault.DIES_BEFORE, Fault.DIES_AFTER) : List.of(Fault.DIES_AFTER);
        int count = 0;
        for (Fault death : deaths) {
            for (int at = 1; at <= changes; at += STEP) {
                GoldenRun run = ground.copy();
                assertThat(dies(run, new FaultyDisk(death, at))).isTrue();
                ground.assertInvariants(run);
                ground.assertRecovers(run);
                count++;
            }
        }
        System.out.println("[proof] deaths of a run within a process: " + count);
    }

    @Test
    void comesToTheSame_whereverTheRecoveryDiesToo() throws Exception {
        int deaths = 0;
        int step = PROOF ? 1 : 25;
        for (int at = 1; at <= changes; at += step) {
            for (int again = 1 + deaths % step; again <= changes; again += step) {
                GoldenRun run = ground.copy();
                dies(run, new FaultyDisk(Fault.DIES_AFTER, at));
                boolean died = dies(run, new FaultyDisk(Fault.DIES_BEFORE, again));
                ground.assertInvariants(run);
                ground.assertRecovers(run);
                deaths++;
                if (!died) {
                    break;
                }
            }
        }
        System.out.println("[proof] deaths of a run and of its recovery: " + deaths);
    }

    @Test
    void comesToTheSame_whateverCallOfTheDiskFails() throws Exception {
        int count = 0;
        for (int at = 2; at <= changes; at += STEP) {
            GoldenRun run = ground.copy();
            JobOutcome outcome = run.upTo(GoldenRun.END, new FaultyDisk(Fault.FAILS, at));
            assertThat(outcome.isFailed()).as("call %d is not swallowed", at).isTrue();
            assertThat(outcome.diagnostics()).allSatisfy(found -> {
                assertThat(found.code().id()).startsWith("AQ8");
                assertThat(found.fix()).isPresent();
            });
            ground.assertInvariants(run);
            ground.assertRecovers(run);
            count++;
        }
        System.out.println("[proof] calls of the disk that failed: " + count);
    }

    @Test
    void comesToTheSame_whereverTheJvmHalts() throws Exception {
        int halts = 0;
        for (int at = 1; at <= changes; at += PROOF ? 1 : 16) {
            GoldenRun run = ground.copy();
            Process process = forked(run, at);
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).as("halts at change %d", at).isEqualTo(137);
            ground.assertInvariants(run);
            ground.assertRecovers(run);
            halts++;
        }
        System.out.println("[proof] halts of the JVM: " + halts);
    }

    @Test
    void noticesARunThatForgets() throws Exception {
        GoldenRun run = ground.copy();
        dies(run, new FaultyDisk(Fault.DIES_AFTER, changes / 2));
        Files.delete(run.state().path().resolve("local/journal.jsonl"));

        run.upTo(GoldenRun.END, new CachedDisk());

        assertThat(ground.jobs()).as("the invariants can fail").isEqualTo(2);
    }

    private static boolean dies(GoldenRun run, Disk disk) throws Exception {
        try {
            run.upTo(GoldenRun.END, disk);
            return false;
        } catch (Death e) {
            return true;
        }
    }

    private Process forked(GoldenRun run, int at) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GoldenRun.class.getName(),
                        run.url().toString(),
                        run.folder().toString(),
                        Integer.toString(at))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("forked.log").toFile())
                .start();
    }
}
