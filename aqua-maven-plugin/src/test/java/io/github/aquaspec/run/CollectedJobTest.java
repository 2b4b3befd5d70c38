package io.github.aquaspec.run;

import static io.github.aquaspec.run.Outcomes.codes;
import static io.github.aquaspec.run.SessionRig.ACCOUNTS;
import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OTHER;
import static io.github.aquaspec.run.SessionRig.OURS;
import static io.github.aquaspec.run.SessionRig.batch;
import static io.github.aquaspec.run.SessionRig.job;
import static io.github.aquaspec.run.SessionRig.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.JobState;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.run.state.States;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.model.QueryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A job that exists already, collected into a manifest or into a place of its own. */
class CollectedJobTest extends SessionFixture {

    private static final String CSV = "Account.Id\n1\n";
    private static final String WINDOWED = """
            format: csv
            useQueryLabels: true
            window: {initial: "2026-01-01T00:00:00Z"}
            queries:
              - name: Account
                query: select Id from Account where UpdatedDate >= '${window.from}' and UpdatedDate < '${window.to}'
            """;

    @Test
    void publishes_aJob_thatTheGuardRefused_andGoesOnFromIt() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .answer(job(OTHER, "", batch("Account", ACCOUNTS, false)))
                .file(CSV);
        States.submitted(rig.state(), OTHER, SessionRig.WATERMARK);

        JobOutcome outcome = rig.collect(OTHER);

        assertThat(codes(outcome)).isEmpty();
        assertThat(rig.asked()).containsExactly("GET /v1/batch-query/jobs/" + OTHER, "GET /v1/files/f");
        assertThat(Files.readString(rig.snapshot().resolve("Account.csv"))).isEqualTo(CSV);
        assertThat(rig.remembered().jobId()).isEqualTo(OTHER);
        assertThat(rig.remembered().watermark()).isEqualTo("2026-11-22T02:00:03Z");
        assertThat(rig.state().journal().run()).map(JournalledRun::published).contains(true);
    }

    @Test
    void changesNothing_thatIsRemembered_whenTheJobIsOlder_orStartedItsWindowItself() throws Exception {
        rig.published(query("Account", ACCOUNTS));
        SessionPublished before = rig.remembered();
        rig.answer(job(NEXT, "", batch("Account", ACCOUNTS, false))
                        .replace("2026-11-22T02:00:03+0000", "2026-11-20T02:00:03+0000"))
                .file(CSV)
                .answer(job(OTHER, ",\"incrementalTime\":1795226400000", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        assertThat(rig.published(rig.collect(NEXT)).jobId()).isEqualTo(NEXT);
        assertThat(rig.remembered()).isEqualTo(before);
        assertThat(rig.published(rig.collect(OTHER)).jobId()).isEqualTo(OTHER);
        assertThat(rig.remembered()).isEqualTo(before);
    }

    @Test
    void waits_forAJobThatIsUnderWay() throws Exception {
        String done = job(NEXT, "", batch("Account", ACCOUNTS, true));
        rig.answer(done.replaceFirst("completed", "executing")).answer(done).file(CSV);

        assertThat(codes(rig.collect(NEXT))).isEmpty();
        assertThat(rig.asked()).hasSize(3);
    }

    @Test
    void tells_whenABatchChanges_andTheJobDoesNot() throws Exception {
        String done = job(NEXT, "", batch("Account", ACCOUNTS, true));
        String oneIsDone = done.replaceFirst("completed", "executing");
        String noneIs = oneIsDone.replaceFirst("completed", "pending");
        rig.answer(noneIs)
                .answer(noneIs)
                .answer(oneIsDone)
                .answer(oneIsDone)
                .answer(done)
                .file(CSV);

        assertThat(codes(rig.collect(NEXT))).isEmpty();
        assertThat(rig.events())
                .filteredOn(RunEvent.BatchesChanged.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(event.state().orElseThrow().batches())
                        .extracting(JobState.Batch::status)
                        .containsExactly("completed"));
        assertThat(rig.events())
                .filteredOn(RunEvent.StatusChanged.class::isInstance)
                .hasSize(1);
    }

    @Test
    void publishesNothing_whenTheJobIsOfOtherQueries() throws Exception {
        rig.answer(job(NEXT, "", batch("Invoice", "select Id from Invoice", true)));

        assertThat(codes(rig.collect(NEXT))).containsExactly("AQ609", "AQ611");
        assertThat(rig.snapshot()).doesNotExist();
        assertThat(rig.state().published()).isEmpty();
    }

    @Test
    void publishesNothing_whenTheJobIsNotKnown_orWasCancelled() throws Exception {
        rig.answer(Answer.json(404, "{}")).answer("{\"id\":\"" + NEXT + "\",\"status\":\"cancelled\",\"batches\":[]}");

        assertThat(codes(rig.collect(NEXT))).containsExactly("AQ615");
        assertThat(codes(rig.collect(NEXT))).containsExactly("AQ606");
    }

    @Test
    void collects_allBatches_intoAPlaceOfItsOwn_whenItBelongsToNoManifest() throws Exception {
        String job = job(OTHER, "", batch("Account", ACCOUNTS, true), batch("Account", "select Id from Invoice", true));
        rig.answer(job).answer(job).file(CSV).file("Invoice.Id\n1\n");

        JobOutcome outcome = rig.collectAlone(OTHER);

        assertThat(codes(outcome)).isEmpty();
        Path place = folder.resolve("out/jobs/" + OTHER);
        assertThat(rig.published(outcome).directory()).isEqualTo(place);
        assertThat(place).isDirectoryContaining("glob:**SHA256SUMS");
        assertThat(Files.readString(place.resolve("Account.csv"))).isEqualTo(CSV);
        assertThat(Files.readString(place.resolve("Account-2.csv"))).isEqualTo("Invoice.Id\n1\n");
        assertThat(Files.readString(place.resolve("datapackage.json"))).contains("select Id from Invoice");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void finds_wrongData_inAPlaceOfItsOwn_too() throws Exception {
        String job = job(OTHER, "", batch("Account", ACCOUNTS, true));
        rig.answer(job).answer(job).wrongFile("Account.Id\n1\n2\n");

        assertThat(codes(rig.collectAlone(OTHER))).containsExactly("AQ705");
        assertThat(folder.resolve("out/jobs/" + OTHER)).doesNotExist();
    }

    @Test
    void needsAKey_whereTheJobSaysThatItsFilesAreEncrypted() throws Exception {
        String job = job(OTHER, ",\"encrypted\":\"PGP\"", batch("Account", ACCOUNTS, true));
        rig.answer(job).answer(job);

        assertThat(codes(rig.collectAlone(OTHER))).containsExactly("AQ521");
        assertThat(rig.asked()).noneMatch(asked -> asked.startsWith("GET /v1/files/"));
    }

    @Test
    void saysThatAJobIsNotKnown_whenItBelongsToNoManifest() throws Exception {
        rig.answer("{\"errorCode\":\"90002\",\"message\":\"Invalid Job Id.\"}");

        assertThat(codes(rig.collectAlone(OTHER))).containsExactly("AQ615");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, , true",
        "2026-01-02T00:00:00Z, , false",
        "2026-01-02T00:00:00Z, 2026-01-02T00:00:00Z, true",
        "2026-01-01T12:00:00Z, 2026-01-02T00:00:00Z, true",
        "2026-01-02T00:00:01Z, 2026-01-02T00:00:00Z, false",
        "2026-01-01T00:00:00Z, 2026-01-03T00:00:00Z, false"
    })
    void takes_theWindow_fromTheQueries_andMovesTheWatermark_onlyWhereTheWindowGoesOn(
            Instant from, Instant watermark, boolean moves) throws Exception {
        rig.manifest(WINDOWED);
        if (watermark != null) {
            rig.state()
                    .commit(
                            java.util.Optional.empty(),
                            new WindowPublished(
                                    rig.state().identity(),
                                    OURS,
                                    Instant.parse("2026-01-01T00:00:00Z"),
                                    watermark,
                                    List.of(new PublishedQuery(
                                            java.util.Optional.of("Account"),
                                            "select Id from Account",
                                            QueryType.ZOQLEXPORT,
                                            java.util.Optional.empty())),
                                    List.of()));
        }
        String job = job(OTHER, "", batch("Account", windowed(from, "2026-01-03T00:00:00Z"), true));
        rig.answer(job).answer(job).file(CSV);

        JobOutcome.Published published = rig.published(rig.collectInto(OTHER));

        assertThat(codes(published)).isEmpty();
        assertThat(Files.readString(rig.snapshot().resolve("datapackage.json")))
                .contains(from.toString(), "2026-01-03T00:00:00Z");
        assertThat(rig.state()
                        .published()
                        .map(p -> p.jobId())
                        .filter(OTHER::equals)
                        .isPresent())
                .isEqualTo(moves);
    }

    @ParameterizedTest
    @CsvSource({
        "select Id from Account where UpdatedDate >= '2026-01-02T00:00:00Z'",
        "select Id from Account where UpdatedDate >= '2026-01-02' and UpdatedDate < '2026-01-03'",
        "select Id from Account where UpdatedDate >= '2026-01-04T00:00:00Z' and UpdatedDate < '2026-01-03T00:00:00Z'"
    })
    void publishesNothing_whenTheQueriesNameNoWindow(String query) throws Exception {
        rig.manifest(WINDOWED).answer(job(OTHER, "", batch("Account", query, true)));

        assertThat(codes(rig.collectInto(OTHER))).containsExactly("AQ620");
        assertThat(rig.snapshot()).doesNotExist();
    }

    private static String windowed(Instant from, String to) {
        return "select Id from Account where UpdatedDate >= '" + from + "' and UpdatedDate < '" + to + "'";
    }
}
