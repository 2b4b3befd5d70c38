package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.goal.CheckedSums;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.SnapshotPlace;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.Published;
import io.github.aquaspec.snapshot.CachedDisk;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.spec.model.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where golden runs end before their time: a server, a snapshot that was published before, and what must hold of a run
 * at any instant and after a plain run that follows it.
 */
final class GoldenGround implements AutoCloseable {

    private final Path root;
    /** Each run signs in, and there are more of them in a minute than Zuora lets sign in from one address. */
    private final AquaEmulator emulator =
            AquaEmulator.start(EmulatorConfig.defaults().with(Setting.TOKENS_PER_MINUTE, 0));

    private final Path prepared;
    private final Map<String, String> old;
    private final Map<String, String> whole;
    private int runs;
    private int jobsBefore;

    GoldenGround(Path root) throws Exception {
        this.root = root;
        this.prepared = root.resolve("prepared");
        GoldenRun before = new GoldenRun(emulator.url(), prepared);
        assertThat(before.upTo(GoldenRun.MIDDLE, new CachedDisk())).isInstanceOf(JobOutcome.Published.class);
        this.old = Folders.data(before.output().resolve("a"));
        GoldenRun golden = copy();
        assertThat(golden.upTo(GoldenRun.END, new CachedDisk())).isInstanceOf(JobOutcome.Published.class);
        this.whole = Folders.data(golden.output().resolve("a"));
        assertThat(whole).isNotEqualTo(old).hasSameSizeAs(old);
    }

    /** Another folder in which the first window was published, and nothing is known of the second. */
    GoldenRun copy() throws IOException {
        return copy(root.resolve("run-" + ++runs));
    }

    /** The same in a folder that is not there yet, or is empty. */
    GoldenRun copy(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(prepared)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(prepared.relativize(path).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(path, copy);
                }
            }
        }
        jobsBefore = allJobs();
        return new GoldenRun(emulator.url(), to);
    }

    /** Whatever happened: the old or the new snapshot is whole, and what is remembered is published. */
    void assertInvariants(GoldenRun run) throws Exception {
        Path snapshot = run.output().resolve("a");
        Path shown = Files.exists(snapshot) ? snapshot : run.output().resolve(".a.old");
        CheckedSums.check(shown);
        Map<String, String> found = Folders.data(shown);
        assertThat(found).isIn(old, whole);
        Instant watermark = run.state().published().map(Published::watermark).orElseThrow();
        assertThat(watermark).isIn(GoldenRun.MIDDLE, GoldenRun.END);
        assertThat(watermark.equals(GoldenRun.END) && found.equals(old))
                .as("the watermark is behind what is published")
                .isFalse();
        assertThat(jobs()).as("one job at most").isLessThanOrEqualTo(1);
    }

    /** A plain run afterwards publishes the same, of one job, and leaves nothing else. */
    void assertRecovers(GoldenRun run) throws Exception {
        boolean done = run.state()
                .journal()
                .run()
                .flatMap(JournalledRun::end)
                .filter(JournalEntry.Committed.class::isInstance)
                .isPresent();
        JobOutcome outcome = run.upTo(GoldenRun.END, new CachedDisk());
        assertThat(outcome instanceof JobOutcome.Published || (done && outcome instanceof JobOutcome.Skipped))
                .as(() ->
                        outcome.diagnostics().stream().map(TextRenderer::render).toList() + "")
                .isTrue();
        if (outcome instanceof JobOutcome.Skipped) {
            // It looks at no snapshot; the next run that has something to do, or aqua:verify, does.
            new SnapshotPlace(run.output().resolve("a"), Output.Layout.REPLACE).finish(new CachedDisk());
        }
        assertThat(Folders.data(run.output().resolve("a"))).isEqualTo(whole);
        assertThat(run.state().published().map(Published::watermark)).contains(GoldenRun.END);
        assertThat(Folders.names(run.output())).containsExactly("a");
        assertThat(jobs()).as("one job").isEqualTo(1);
        assertThat(Folders.names(run.state().path().resolve("local")))
                .isSubsetOf(".gitignore", "history.json", "journal.jsonl", "lock");
    }

    /** How many jobs were submitted since the last copy was made. */
    int jobs() throws IOException {
        return allJobs() - jobsBefore;
    }

    private int allJobs() throws IOException {
        try (InputStream answer =
                emulator.url().resolve("/emulator/jobs").toURL().openStream()) {
            return new ObjectMapper().readTree(answer).path("jobs").size();
        }
    }

    @Override
    public void close() {
        emulator.close();
    }
}
