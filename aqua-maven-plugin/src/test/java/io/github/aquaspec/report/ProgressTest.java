package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobEcho;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.run.Results;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.ManifestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said while a run goes on, and what a terminal shows of it. */
class ProgressTest {

    private static final ManifestId A = ManifestId.of("a").orElseThrow();
    private static final ManifestId B = ManifestId.of("crm/nightly").orElseThrow();

    private final VirtualTime time = new VirtualTime();
    private final RunStanding standing = new RunStanding(4, time);
    private final List<String> said = new ArrayList<>();
    private final Progress plain = new Progress(said::add, standing, time);

    @Test
    void saysHowThingsStand_afterThirtySecondsOfSilence() {
        looksAgain(plain, A, 42);
        plain.on(new RunEvent.Fetching(B, 0, "account"));
        plain.received(B, 2_000_000);
        pass(29);
        plain.beat();
        assertThat(said).isEmpty();

        plain.received(B, 410_000_000);
        pass(1);
        plain.beat();

        assertThat(said)
                .containsExactly(
                        "… 2 jobs: 1 begun, 1 downloading, 2 to come; 412 MB, 410 MB/s; 30 s; next look in 12 s");
    }

    @Test
    void saysNothing_whereSomethingElseWasSaid_orNothingIsUnderWay() {
        pass(100);
        plain.beat();
        assertThat(said).as("nothing has begun").isEmpty();

        looksAgain(plain, A, 250);
        plain.on(new RunEvent.Continued(A, "j", Optional.empty(), false));
        pass(29);
        plain.beat();
        assertThat(said).containsExactly("a: goes on with job j");

        pass(2);
        plain.beat();
        pass(29);
        plain.beat();
        assertThat(said).as("one in thirty seconds").hasSize(2);

        plain.on(ended(A));
        pass(100);
        plain.beat();
        assertThat(said).as("all have ended").hasSize(2);
    }

    @Test
    void countsDown_toTheNextLook_andTellsTheStates() {
        looksAgain(plain, A, 12);
        pass(3);

        assertThat(standing.now().block())
                .containsExactly("1 job: 1 begun, 3 to come", "3 s; next look in 9 s", "  begun        3 s  a");
        plain.on(ended(A));
        assertThat(standing.now().line()).isEqualTo("0 jobs: 1 skipped, 3 to come; 3 s");
    }

    @Test
    void countsTheFilesOfTheJob_whereASessionRepeatsQueries() {
        BatchReply batch = Results.batch("a", "select 1", 2L, false, null);
        plain.on(new RunEvent.StatusChanged(
                A,
                new JobReply(
                        "j", "completed", Optional.empty(), Optional.empty(), JobEcho.NOTHING, List.of(batch, batch)),
                Duration.ZERO));
        plain.on(new RunEvent.Fetching(A, 0, "a"));
        plain.on(new RunEvent.FileVerified(A, Results.result(0, "a.csv", batch, 2, List.of("Id"))));

        assertThat(standing.now().block())
                .last()
                .asString()
                .contains("downloading")
                .contains("1 of 2 files");
    }

    @Test
    void says_whenTheRequestOfARunBeforeGoesOutAgain() {
        plain.on(new RunEvent.SentAgain(A));

        assertThat(said)
                .containsExactly(
                        "a: a run before may have submitted it: sends the same request again, under the same key");
    }

    /** Its files were fetched in vain; those of the job in its place are counted from none. */
    @Test
    void countsFilesAnew_whereAnotherJobTakesThePlace() {
        plain.on(new RunEvent.Fetching(A, 0, "a"));
        plain.on(new RunEvent.FileVerified(
                A, Results.result(0, "a.csv", Results.batch("a", "select 1", 2L, false, null), 2, List.of("Id"))));
        plain.on(new RunEvent.GivenUp(A, Optional.empty(), RunEvent.GivenUp.Why.GONE));
        assertThat(standing.now().line()).startsWith("1 job: 1 begun");

        plain.on(new RunEvent.Fetching(A, 0, "a"));
        assertThat(standing.now().block()).last().asString().contains("0 B, 0 of ");
    }

    @Test
    void promisesNothing_inNoTime() {
        plain.on(new RunEvent.NextLook(A, Duration.ofMillis(250)));

        assertThat(standing.now().line()).endsWith("; next look in 1 s");
        pass(1);
        assertThat(standing.now().line()).endsWith("; 1 s");
    }

    @Test
    void showsTheRate_ofTheLastSeconds_andNotOfAllTime() {
        plain.on(new RunEvent.Fetching(A, 0, "a"));
        for (int second = 0; second < 60; second++) {
            plain.received(A, second < 50 ? 10_000_000 : 0);
            pass(1);
            standing.now();
        }

        assertThat(standing.now().line()).contains("500 MB, 0 B/s; 1 min 00 s");
    }

    @Test
    void drawsABlock_thatChangesStandAbove() {
        Screen screen = new Screen(80);
        LiveBlock block = new LiveBlock(UnaryOperator.identity());
        LiveProgress live =
                new LiveProgress(line -> block.above(() -> screen.println("[INFO] " + line)), standing, block);
        block.open(screen);
        looksAgain(live, A, 12);
        live.beat();
        live.on(new RunEvent.Continued(A, "j", Optional.empty(), false));
        live.on(new RunEvent.Fetching(B, 0, "account"));
        live.received(B, 8_400_000);
        pass(2);
        live.beat();

        assertThat(screen.lines())
                .containsExactly(
                        "[INFO] a: goes on with job j",
                        "2 jobs: 1 begun, 1 downloading, 2 to come",
                        "8.4 MB, 4.2 MB/s; 2 s; next look in 10 s",
                        "  begun        2 s  a",
                        "  downloading  8.4 MB, 0 of 0 files  crm/nightly");
        block.close();
        assertThat(screen.lines()).containsExactly("[INFO] a: goes on with job j", "");
    }

    @Test
    void keepsTheBlockShort_howeverManyAreUnderWay() {
        for (int i = 0; i < 20; i++) {
            looksAgain(plain, ManifestId.of("m" + i).orElseThrow(), 60);
        }

        assertThat(standing.now().block()).hasSize(7).endsWith("  and 16 more");
    }

    private static void looksAgain(RunListener listener, ManifestId id, int seconds) {
        listener.on(new RunEvent.NextLook(id, Duration.ofSeconds(seconds)));
    }

    private static RunEvent ended(ManifestId id) {
        return new RunEvent.Ended(new JobOutcome.Skipped(id, "nobody wants it"));
    }

    private void pass(int seconds) {
        time.of(Duration.ofSeconds(seconds));
    }
}
