package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer.End;
import io.github.aquaspec.run.OneJobServer.Asked;
import io.github.aquaspec.run.SoakBuild.Flags;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.snapshot.CachedDisk;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each answer that a run relies on, cut off after each of its bytes: once, and the run is published all the same; each
 * time, and the run fails, publishes nothing, and is finished by the next one. One job in either case.
 */
class RunCutTest {

    private static final boolean PROOF = Boolean.getBoolean("aqua.proof");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private int runs;
    private int offset;

    @ParameterizedTest
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @EnumSource(Asked.class)
    void publishes_whenAnAnswerIsCutOnce(Asked kind) throws Exception {
        eachCut(kind, PROOF ? 1 : 83, this::cutOnce);

        System.out.printf("[proof] runs with the answer to a %s cut once: %,d%n", kind, runs);
    }

    @ParameterizedTest
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @EnumSource(Asked.class)
    void fails_andIsFinishedByTheNext_whenAnAnswerIsAlwaysCut(Asked kind) throws Exception {
        eachCut(kind, PROOF ? 3 : 251, this::cutAlways);

        System.out.printf("[proof] runs with each answer to a %s cut: %,d%n", kind, runs);
    }

    /** Each transfer brings the same, and what it is cut in the middle of looks like a cell. */
    @Test
    void publishesNoLineThatIsAlwaysCut_whereOnlyTheConnectionEnds() throws Exception {
        try (OneJobServer server = new OneJobServer("csv", Framing.CLOSE)) {
            int end = server.length(Asked.FILE);
            for (int at = end - "3,three\n".length(); at < end; at++) {
                server.forget();
                cutAlways(server, "csv", Asked.FILE, at, End.FIN);
                runs++;
            }
        }
    }

    @Test
    void notices_aJobThatIsSubmittedTwice() throws Exception {
        try (OneJobServer server = new OneJobServer("csv", Framing.LENGTH)) {
            server.cut(Asked.SUBMIT, 10, End.RST, true);
            SoakBuild build = build(server);
            run(build, "csv");
            Files.delete(build.state().path().resolve("local/journal.jsonl"));
            server.whole();
            run(build, "csv");

            assertThat(server.jobs()).hasSize(2);
        }
    }

    /** One case: the answer of a kind is cut after some bytes. */
    private interface Case {
        void of(OneJobServer server, String format, Asked kind, int at, End end) throws Exception;
    }

    private void eachCut(Asked kind, int step, Case one) throws Exception {
        List<String> formats = kind == Asked.FILE ? List.of("gzip", "csv") : List.of("gzip");
        for (String format : formats) {
            for (Framing framing : Framing.values()) {
                try (OneJobServer server = new OneJobServer(format, framing)) {
                    for (End end : End.values()) {
                        // Each round begins elsewhere, so that the short form comes to many bytes.
                        int first = offset++ * 5 % step;
                        for (int at = first; at < server.length(kind); at += step) {
                            server.forget();
                            one.of(server, format, kind, at, end);
                            runs++;
                        }
                    }
                }
            }
        }
        assertThat(runs).isGreaterThanOrEqualTo(Framing.values().length * End.values().length);
    }

    private void cutOnce(OneJobServer server, String format, Asked kind, int at, End end) throws Exception {
        String what = "%s %s after %d, %s".formatted(format, kind, at, end);
        server.cut(kind, at, end, false);
        SoakBuild build = build(server);

        JobOutcome outcome = run(build, format);

        assertThat(server.cuts()).as(what).isEqualTo(1);
        assertPublished(what, server, build, outcome);
    }

    private void cutAlways(OneJobServer server, String format, Asked kind, int at, End end) throws Exception {
        String what = "%s %s always after %d, %s".formatted(format, kind, at, end);
        server.cut(kind, at, end, true);
        SoakBuild build = build(server);

        JobOutcome failed = run(build, format);

        assertFailed(what, build, failed);
        server.whole();
        if (server.hidesTheCutOf(kind, end)) {
            // Bad content is a definite failure of a job that can be asked for again.
            assertPublishedAnew(what, server, build, run(build, format));
        } else {
            assertPublished(what, server, build, run(build, format));
        }
    }

    private static void assertFailed(String what, SoakBuild build, JobOutcome failed) {
        assertThat(failed).as(what).isInstanceOf(JobOutcome.Failed.class);
        assertThat(failed.diagnostics()).as(what).isNotEmpty().allSatisfy(found -> {
            assertThat(found.code().id()).matches("AQ[5-7]\\d\\d");
            assertThat(found.fix()).isPresent();
        });
        assertThat(build.output().resolve(SoakBuild.ID)).as(what).doesNotExist();
    }

    private static void assertPublished(String what, OneJobServer server, SoakBuild build, JobOutcome outcome)
            throws IOException {
        assertThat(server.jobs()).as(what).hasSize(1);
        assertPublishedAnew(what, server, build, outcome);
    }

    /** The job that is published is the last one. */
    private static void assertPublishedAnew(String what, OneJobServer server, SoakBuild build, JobOutcome outcome)
            throws IOException {
        assertThat(outcome.diagnostics().stream().map(Diagnostic::message))
                .as(what)
                .isEmpty();
        assertThat(outcome).as(what).isInstanceOf(JobOutcome.Published.class);
        assertThat(server.jobs()).as(what).endsWith(((JobOutcome.Published) outcome).jobId());
        assertThat(server.jobs()).as(what).hasSizeLessThan(3);
        assertThat(Files.readString(build.output().resolve("a/Product.csv"))).isEqualTo(OneJobServer.CSV);
        assertThat(Folders.names(build.output())).as(what).containsExactly("a");
    }

    private SoakBuild build(OneJobServer server) {
        URI url = server.url();
        return new SoakBuild(url, folder.resolve("run-" + runs + "-" + offset), new VirtualTime(), PATIENCE);
    }

    private static JobOutcome run(SoakBuild build, String format) throws Exception {
        String manifest = new SoakManifest(SoakManifest.Kind.PLAIN, format, List.of("Product"), "none").text();
        return build.run(manifest, Flags.NONE, new CachedDisk(), event -> {}).orElseThrow();
    }
}
