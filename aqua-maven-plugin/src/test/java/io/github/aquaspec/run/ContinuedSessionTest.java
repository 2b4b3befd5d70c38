package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.StepDisk;
import io.github.aquaspec.spec.model.QueryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build is killed at some step of a session's run, and run again: what its job took with it comes no second time. */
class ContinuedSessionTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String SESSION = """
            version: "1.1"
            partner: gooddata
            project: %s
            useQueryLabels: true
            dateTimeUtc: true
            queries:
              - {name: Account, type: zoqlexport, apiVersion: "145.0", query: select Id from Account}
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    private String manifest;

    @Test
    void publishesTheJobOfASession_thatWasCompleted_whenTheBuildWantsAFreshStart() throws Exception {
        manifest = SESSION.formatted("fresh");
        dies(StepDisk.diesAfter("submitted"));

        JobOutcome.Published published = rig().fresh().published();

        assertThat(TENANT.jobs()).containsExactly(published.jobId());
    }

    @Test
    void publishesTheJobOfASession_whoseAnswerWasLost_whenTheBuildWantsAFreshStart() throws Exception {
        manifest = SESSION.formatted("fresh-lost");
        TENANT.countJobsFromHere();
        dies(StepDisk.diesBefore("submitted"));
        TENANT.pass(Duration.ofMinutes(10));

        JobOutcome.Published published = rig().fresh().published();

        assertThat(TENANT.jobs()).containsExactly(published.jobId());
    }

    @Test
    void cancelsTheJobOfASession_thatStillRuns_whenTheBuildWantsAFreshStart() throws Exception {
        for (Disk disk : List.of(StepDisk.diesBefore("submitted"), StepDisk.diesAfter("submitted"))) {
            manifest = SESSION.formatted("fresh-running");
            TENANT.countJobsFromHere();
            TENANT.emulator().settings().set("querySeconds", "600");
            dies(disk);

            Rig fresh = rig().fresh();
            JobOutcome.Published published = fresh.published();
            TENANT.emulator().settings().set("querySeconds", "0");

            assertThat(fresh.requests("DELETE")).hasSize(1);
            assertThat(TENANT.jobs()).hasSize(2).last().isEqualTo(published.jobId());
        }
    }

    @Test
    void refusesAnEditedSession_whoseJobWasCompleted_evenToAFreshStart() throws Exception {
        manifest = SESSION.formatted("fresh-edited");
        dies(StepDisk.diesAfter("submitted"));
        TENANT.pass(Duration.ofMinutes(10));
        manifest = manifest.replace("select Id from", "select Name from");

        assertThat(Outcomes.codes(rig().fresh().failed())).containsExactly("AQ821");
    }

    @Test
    void goesOnWithASession_whereverItWasStopped() throws Exception {
        for (Disk disk : List.of(
                StepDisk.diesAfter("begun"),
                StepDisk.diesAfter("intent"),
                StepDisk.diesBefore("submitted"),
                StepDisk.diesAfter("submitted"),
                StepDisk.diesAfter("stored"),
                StepDisk.diesBefore("published"),
                StepDisk.diesAfter("published"),
                StepDisk.diesBefore("committed"))) {
            manifest = SESSION.formatted("stopped");
            TENANT.countJobsFromHere();
            dies(disk);

            JobOutcome.Published published = rig().published();

            assertThat(TENANT.jobs()).containsExactly(published.jobId());
            assertThat(state().published().orElseThrow().jobId()).isEqualTo(published.jobId());
        }
    }

    @Test
    void says_thatRecordsOfASessionAreGone_andHealsThem() throws Exception {
        manifest = SESSION.formatted("gone");
        rig().published();
        dies(StepDisk.diesAfter("submitted"));
        TENANT.pass(Duration.ofHours(73));

        JobOutcome.Failed failed = rig().failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ707", "AQ631");
        assertThat(failed.diagnostics().get(1).message()).contains("is gone from Zuora");
        assertThat(failed.diagnostics().get(1).fix().orElseThrow()).contains("-Daqua.heal");
        assertThat(Outcomes.codes(rig().failed())).as("and says so again").containsExactly("AQ707", "AQ631");
        assertThat(rig().heals().run().get(0)).isInstanceOf(JobOutcome.Published.class);
        assertThat(rig().run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void asksTheSession_whenTheAnswerWasLostForTooLong() throws Exception {
        manifest = SESSION.formatted("lost");
        rig().published();
        TENANT.countJobsFromHere();
        TENANT.pass(Duration.ofHours(1));
        dies(StepDisk.diesBefore("submitted"));
        TENANT.pass(Duration.ofHours(24));

        Rig again = rig();
        JobOutcome.Failed failed = again.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ631");
        assertThat(failed.diagnostics().get(0).message()).contains(TENANT.jobs().get(0), "its answer was lost");
        assertThat(again.requests("POST /v1/batch-query")).isEmpty();
        assertThat(Outcomes.codes(rig().fresh().failed()))
                .as("a fresh start as well")
                .containsExactly("AQ631");

        assertThat(rig().collected(TENANT.jobs().get(0))).isInstanceOf(JobOutcome.Published.class);
        assertThat(rig().run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void submitsToTheSession_whenTheLostAnswerWasNeverOne() throws Exception {
        manifest = SESSION.formatted("never");
        rig().published();
        dies(StepDisk.diesAfter("intent"));
        TENANT.pass(Duration.ofHours(24));

        assertThat(rig().run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesASession_whoseStateIsNotThatItStartedFrom(boolean answered) throws Exception {
        manifest = SESSION.formatted("moved-" + answered);
        rig().published();
        dies(answered ? StepDisk.diesAfter("submitted") : StepDisk.diesBefore("submitted"));
        Files.delete(state().path().resolve("window.json"));

        assertThat(Outcomes.codes(rig().failed())).containsExactly("AQ822");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesASession_whoseStateIsChangedMeanwhile(boolean continued) throws Exception {
        manifest = SESSION.formatted("meanwhile-" + continued);
        rig().published();
        if (continued) {
            dies(StepDisk.diesAfter("submitted"));
        }
        Rig rig = rig().whenVerified(() -> Files.delete(state().path().resolve("window.json")));

        assertThat(Outcomes.codes(rig.run().get(0))).containsExactly("AQ812", "AQ631");
    }

    @Test
    void says_whatComesOtherwiseThanItsHistoryTells_alsoWhenItGoesOn() throws Exception {
        manifest = SESSION.formatted("history");
        rig().published();
        SessionPublished last = published();
        PublishedQuery other = new PublishedQuery(
                Optional.of("Account"), "select Name from Account", QueryType.ZOQLEXPORT, Optional.empty());
        state().commit(Optional.of(last), remembering(last, last.watermark(), List.of(other)));
        dies(StepDisk.diesAfter("submitted"));

        assertThat(Outcomes.codes(rig().run().get(0)))
                .as("an increment of a query that was never loaded in full")
                .containsExactly("AQ728");
    }

    @Test
    void keepsTheWatermark_ofATimeOfItsOwn_alsoWhenItGoesOn() throws Exception {
        manifest = SESSION.formatted("own-time");
        rig().published();
        Instant watermark = published().watermark();
        TENANT.pass(Duration.ofHours(1));
        manifest = "incrementalTime: \"2020-01-01 00:00:00\"\n" + manifest;
        dies(StepDisk.diesAfter("submitted"));

        JobOutcome.Published published = rig().published();

        assertThat(published().jobId()).isEqualTo(published.jobId());
        assertThat(published().watermark()).isEqualTo(watermark);
    }

    @Test
    void says_thatATimeOfItsOwnLeavesAGap_alsoWhenItGoesOn() throws Exception {
        manifest = SESSION.formatted("own-gap");
        rig().published();
        SessionPublished last = published();
        Instant longAgo = Instant.parse("2019-01-01T00:00:00Z");
        state().commit(Optional.of(last), remembering(last, longAgo, last.queries()));
        manifest = "incrementalTime: \"2020-01-01 00:00:00\"\n" + manifest;
        dies(StepDisk.diesAfter("submitted"));

        assertThat(Outcomes.codes(rig().run().get(0))).containsExactly("AQ627");
        assertThat(published().watermark()).isEqualTo(longAgo);
    }

    private SessionPublished published() throws Exception {
        return (SessionPublished) state().published().orElseThrow();
    }

    private static SessionPublished remembering(
            SessionPublished last, Instant watermark, List<PublishedQuery> queries) {
        return new SessionPublished(last.identity(), last.partner(), last.project(), last.jobId(), watermark, queries);
    }

    private Rig rig() {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .remembering(states)
                .zone(ZoneId.of("America/Los_Angeles"))
                .oneDownloadAtATime()
                .manifest("a", manifest);
    }

    private void dies(Disk disk) {
        rig().dies(disk);
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }
}
