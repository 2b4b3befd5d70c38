package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.goal.CheckedSums;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.snapshot.CachedDisk;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.FaultyDisk.Death;
import io.github.aquaspec.snapshot.FaultyDisk.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends a run at each change that it makes to the disk, by death, by a halt of the JVM and by an error of the disk, and
 * its recovery as well. What must hold at any instant, and what a plain run afterwards must come to, are the invariants of
 * docs/reliability.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunTest {

    /** All of it, where there is time. */
    private static final boolean PROOF = Boolean.getBoolean("aqua.proof");

    /** From one change to the next that is tried. */
    private static final int STEP = PROOF ? 1 : 6;

    private Path root;

    private AquaEmulator emulator;
    private Path prepared;
    private Map<String, String> old;
    private Map<String, String> whole;
    private int changes;
    private int runs;

    @BeforeAll
    void publishTheOneBefore_andCountTheChangesOfARun(@TempDir Path folder) throws Exception {
        root = folder;
        emulator = AquaEmulator.start(EmulatorConfig.defaults());
        prepared = root.resolve("prepared");
        GoldenRun before = new GoldenRun(emulator.url(), prepared);
        assertThat(before.upTo(GoldenRun.MIDDLE, new CachedDisk())).isInstanceOf(JobOutcome.Published.class);
        old = data(before);
        GoldenRun golden = copy();
        FaultyDisk counting = new FaultyDisk(new CachedDisk(), Fault.FAILS, Integer.MAX_VALUE);
        assertThat(golden.upTo(GoldenRun.END, counting)).isInstanceOf(JobOutcome.Published.class);
        changes = counting.changes();
        whole = data(golden);
        assertThat(whole).isNotEqualTo(old).hasSameSizeAs(old);
    }

    @AfterAll
    void close() {
        emulator.close();
    }

    private List<String> jobsBefore;

    @BeforeEach
    void countJobs() throws IOException {
        jobsBefore = jobs();
    }

    @Test
    void comesToTheSame_whereverTheProcessDies() throws Exception {
        List<Fault> deaths = PROOF ? List.of(Fault.DIES_BEFORE, Fault.DIES_AFTER) : List.of(Fault.DIES_AFTER);
        int count = 0;
        for (Fault death : deaths) {
            for (int at = 1; at <= changes; at += STEP) {
                GoldenRun run = copy();
                assertThat(dies(run, new FaultyDisk(new CachedDisk(), death, at)))
                        .isTrue();
                assertInvariants(run);
                assertRecovers(run);
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
                GoldenRun run = copy();
                dies(run, new FaultyDisk(new CachedDisk(), Fault.DIES_AFTER, at));
                boolean died = dies(run, new FaultyDisk(new CachedDisk(), Fault.DIES_BEFORE, again));
                assertInvariants(run);
                assertRecovers(run);
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
            GoldenRun run = copy();
            JobOutcome outcome = run.upTo(GoldenRun.END, new FaultyDisk(new CachedDisk(), Fault.FAILS, at));
            assertThat(outcome.isFailed()).as("call %d is not swallowed", at).isTrue();
            assertThat(outcome.diagnostics()).allSatisfy(found -> {
                assertThat(found.code().id()).startsWith("AQ8");
                assertThat(found.fix()).isPresent();
            });
            assertInvariants(run);
            assertRecovers(run);
            count++;
        }
        System.out.println("[proof] calls of the disk that failed: " + count);
    }

    @Test
    void comesToTheSame_whereverTheJvmHalts() throws Exception {
        int halts = 0;
        for (int at = 1; at <= changes; at += PROOF ? 1 : 8) {
            GoldenRun run = copy();
            Process process = forked(run, at);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("halts at change %d", at).isEqualTo(137);
            assertInvariants(run);
            assertRecovers(run);
            halts++;
        }
        System.out.println("[proof] halts of the JVM: " + halts);
    }

    @Test
    void noticesARunThatForgets() throws Exception {
        GoldenRun run = copy();
        dies(run, new FaultyDisk(new CachedDisk(), Fault.DIES_AFTER, changes / 2));
        Files.delete(run.state().path().resolve("local/journal.jsonl"));

        run.upTo(GoldenRun.END, new CachedDisk());

        assertThat(jobs()).as("the invariants can fail").hasSize(jobsBefore.size() + 2);
    }

    /** Whatever happened: the old or the new snapshot is whole, and what is remembered is published. */
    private void assertInvariants(GoldenRun run) throws Exception {
        Path snapshot = run.output().resolve("a");
        Path shown = Files.exists(snapshot) ? snapshot : run.output().resolve(".a.old");
        CheckedSums.check(shown);
        Map<String, String> found = data(shown);
        assertThat(found).isIn(old, whole);
        Instant watermark = run.state().published().map(Published::watermark).orElseThrow();
        assertThat(watermark).isIn(GoldenRun.MIDDLE, GoldenRun.END);
        assertThat(watermark.equals(GoldenRun.END) && found.equals(old))
                .as("the watermark is behind what is published")
                .isFalse();
    }

    /** A plain run afterwards publishes the same, of one job, and leaves nothing else. */
    private void assertRecovers(GoldenRun run) throws Exception {
        boolean done = run.state()
                .journal()
                .run()
                .flatMap(JournalledRun::end)
                .filter(JournalEntry.Committed.class::isInstance)
                .isPresent();
        JobOutcome outcome = run.upTo(GoldenRun.END, new CachedDisk());
        boolean nothingNew = outcome instanceof JobOutcome.Skipped;
        assertThat(outcome instanceof JobOutcome.Published || (done && nothingNew))
                .as("%s", outcome)
                .isTrue();
        assertThat(data(run)).isEqualTo(whole);
        assertThat(run.state().published().map(Published::watermark)).contains(GoldenRun.END);
        assertThat(Rig.names(run.output())).containsExactly("a");
        assertThat(jobs()).as("one job").hasSize(jobsBefore.size() + 1);
        assertThat(Rig.names(run.state().path().resolve("local")))
                .isSubsetOf(".gitignore", "history.json", "journal.jsonl", "lock");
        jobsBefore = jobs();
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
                        emulator.url().toString(),
                        run.folder().toString(),
                        Integer.toString(at))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("forked.log").toFile())
                .start();
    }

    private GoldenRun copy() throws IOException {
        Path to = root.resolve("run-" + ++runs);
        try (Stream<Path> all = Files.walk(prepared)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(prepared.relativize(path).toString()));
            }
        }
        return new GoldenRun(emulator.url(), to);
    }

    private static Map<String, String> data(GoldenRun run) throws IOException {
        return data(run.output().resolve("a"));
    }

    private static Map<String, String> data(Path snapshot) throws IOException {
        Map<String, String> files = new TreeMap<>(Rig.tree(snapshot));
        files.keySet().removeIf(name -> !name.endsWith(".csv"));
        return files;
    }

    private List<String> jobs() throws IOException {
        try (InputStream answer =
                emulator.url().resolve("/emulator/jobs").toURL().openStream()) {
            List<String> ids = new ArrayList<>();
            new ObjectMapper()
                    .readTree(answer)
                    .path("jobs")
                    .forEach(job -> ids.add(job.path("id").asText()));
            return ids;
        }
    }
}
