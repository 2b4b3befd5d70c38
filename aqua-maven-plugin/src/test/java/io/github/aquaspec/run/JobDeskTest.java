package io.github.aquaspec.run;

import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OTHER;
import static io.github.aquaspec.run.SessionRig.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.States;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that were submitted before: how they stand, and that they are cancelled. */
class JobDeskTest {

    private static final String UNKNOWN = "{\"errorCode\":\"90002\",\"message\":\"Invalid Job Id.\"}";
    private static final NamedJob BY_ID = NamedJob.named(NEXT).orElseThrow();
    private static final NamedJob OF_MANIFEST = NamedJob.of(new ManifestId("nightly"), NEXT);

    @TempDir
    private Path folder;

    private SessionRig rig;
    private AquaClient client;

    @BeforeEach
    void open() throws IOException {
        rig = new SessionRig(folder);
        client = rig.client();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        rig.close();
    }

    private JobDesk desk() {
        rig.handOverAsTheyAre();
        return new JobDesk(client);
    }

    @Test
    void knows_theJobsThatWereSubmittedLast() throws Exception {
        Map<ManifestId, StateDirectory> states = Map.of(new ManifestId("nightly"), rig.state());
        List<Diagnostic> problems = new ArrayList<>();
        assertThat(JobDesk.remembered(states, problems)).isEmpty();

        States.submitted(rig.state(), NEXT, SessionRig.WATERMARK);

        assertThat(JobDesk.remembered(states, problems)).containsExactly(OF_MANIFEST);
        assertThat(problems).isEmpty();
    }

    @Test
    void says_whatCannotBeRead() throws Exception {
        Files.createDirectories(rig.state().path().resolve("local"));
        Files.writeString(rig.state().path().resolve("local/journal.jsonl"), "{\n{\n");
        List<Diagnostic> problems = new ArrayList<>();

        assertThat(JobDesk.remembered(Map.of(new ManifestId("nightly"), rig.state()), problems))
                .isEmpty();
        assertThat(problems).extracting(d -> d.code().id()).containsExactly("AQ810");
    }

    @Test
    void tells_howAJobStands_batchByBatch() throws Exception {
        rig.answer("{\"id\":\"" + NEXT + "\",\"status\":\"executing\",\"startTime\":\"2026-11-22T02:00:03+0000\","
                + "\"batches\":[{\"name\":\"A\",\"status\":\"completed\",\"recordCount\":240,\"message\":\"\"},"
                + "{\"status\":\"pending\",\"recordCount\":0}]}");

        JobStanding standing = desk().standing(List.of(BY_ID)).get(0);

        assertThat(standing.trouble()).isEmpty();
        JobStanding.State state = standing.state().orElseThrow();
        assertThat(state.status()).isEqualTo("executing");
        assertThat(state.batches())
                .extracting(b -> b.name() + " " + b.status() + " " + b.records())
                .containsExactly("A completed Optional[240]", "query 2 pending Optional.empty");
    }

    @Test
    void goesOn_whenOneJobIsNotKnown_asAWarningOfOurs_andAnErrorOfOneThatIsNamed() throws Exception {
        rig.answer(UNKNOWN).answer(UNKNOWN).answer(plain("completed"));

        List<JobStanding> standings = desk().standing(List.of(OF_MANIFEST, BY_ID, BY_ID));

        assertThat(standings)
                .extracting(s -> s.trouble().map(Diagnostic::severity).orElse(null))
                .containsExactly(Severity.WARNING, Severity.ERROR, null);
        assertThat(standings.get(1).trouble().orElseThrow().code()).isEqualTo(ServerCode.JOB_UNKNOWN);
    }

    @Test
    void cancels_aJobThatIsUnderWay() throws Exception {
        rig.answer(plain("executing")).answer(plain("cancelled"));

        JobStanding standing = desk().cancelled(List.of(BY_ID)).get(0);

        assertThat(rig.asked())
                .containsExactly("GET /v1/batch-query/jobs/" + NEXT, "DELETE /v1/batch-query/jobs/" + NEXT);
        assertThat(standing.state().orElseThrow().status()).isEqualTo("cancelled");
        assertThat(standing.remark()).contains("cancelled now");
        assertThat(standing.trouble()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"completed", "aborted", "cancelled", "error"})
    void leaves_aJobThatHasEnded_andSaysSo(String status) throws Exception {
        rig.answer(plain(status)).answer(plain(status));

        List<JobStanding> standings = desk().cancelled(List.of(OF_MANIFEST, BY_ID));

        assertThat(rig.asked()).allMatch(asked -> asked.startsWith("GET "));
        assertThat(standings.get(0).remark()).contains("had ended already");
        assertThat(standings.get(0).trouble()).isEmpty();
        assertThat(standings.get(1).trouble().orElseThrow().code()).isEqualTo(ServerCode.ENDED_ALREADY);
    }

    @Test
    void asksAgain_whenAJobEndsWhileItIsCancelled() throws Exception {
        rig.answer(plain("executing"))
                .answer("{\"errorCode\":\"90003\",\"message\":\"Invalid Job Id for job cancellation.\"}")
                .answer(plain("completed"));

        JobStanding standing = desk().cancelled(List.of(OF_MANIFEST)).get(0);

        assertThat(standing.state().orElseThrow().status()).isEqualTo("completed");
        assertThat(standing.remark()).contains("had ended already");
        assertThat(standing.trouble()).isEmpty();
    }

    @Test
    void says_thatAJobIsNotCancelled_whenItIsStillUnderWay() throws Exception {
        rig.answer(plain("executing")).answer(Answer.json(403, "{}")).answer(plain("executing"));

        JobStanding standing = desk().cancelled(List.of(OF_MANIFEST)).get(0);

        assertThat(standing.state().orElseThrow().status()).isEqualTo("executing");
        assertThat(standing.trouble().orElseThrow().code()).isEqualTo(ServerCode.FORBIDDEN);
    }

    @Test
    void refuses_textsThatAreNoId() {
        assertThat(NamedJob.named(OURS)).isPresent();
        assertThat(NamedJob.named(OTHER)).isPresent();
        assertThat(NamedJob.named("8a80_b1-2")).as("what AQuA may answer with").isPresent();
        assertThat(NamedJob.named("-a")).as("no option of a command").isEmpty();
        assertThat(NamedJob.named("../a")).isEmpty();
        assertThat(NamedJob.named("")).isEmpty();
        assertThat(NamedJob.named("a b")).isEmpty();
    }

    private static String plain(String status) {
        return "{\"id\":\"" + NEXT + "\",\"status\":\"" + status + "\",\"batches\":[]}";
    }
}
