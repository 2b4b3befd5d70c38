package io.github.aquaspec.run;

import static io.github.aquaspec.run.Outcomes.codes;
import static io.github.aquaspec.run.Outcomes.only;
import static io.github.aquaspec.run.SessionRig.ACCOUNTS;
import static io.github.aquaspec.run.SessionRig.CSV;
import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OTHER;
import static io.github.aquaspec.run.SessionRig.batch;
import static io.github.aquaspec.run.SessionRig.job;
import static io.github.aquaspec.run.SessionRig.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** A job of a session whose records no snapshot holds: the next run deals with that one first. */
class UncollectedJobTest extends SessionFixture {

    @Test
    void goesOn_withAJobOfOurs_thatNoSnapshotHolds() throws Exception {
        rig.stopped(OTHER)
                .begunByOthers()
                .answer(job(OTHER, "", batch("Account", ACCOUNTS, true)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();
        assertThat(rig.asked()).containsExactly("GET /v1/batch-query/jobs/" + OTHER, "GET /v1/files/f");
        assertThat(rig.remembered().jobId()).isEqualTo(OTHER);
    }

    @Test
    void submitsAnother_whenAJobOfOursWasCancelled() throws Exception {
        rig.stopped(OTHER)
                .begunByOthers()
                .answer(job(OTHER, "").replaceFirst("completed", "cancelled"))
                .answer(Answer.json(404, "{}"))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, true)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();
        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
    }

    @Test
    void submitsNothing_whenAJobOfOursIsForgotten_andItsRecordsAreInNoSnapshot() throws Exception {
        rig.published(query("Account", ACCOUNTS)).stopped(OTHER).answer(Answer.json(404, "{}"));

        Diagnostic found = only(rig.run());

        assertThat(found.code()).isEqualTo(SessionCode.UNCOLLECTED);
        assertThat(found.fix().orElseThrow()).contains("-Daqua.heal");
        assertThat(rig.asked()).containsExactly("GET /v1/batch-query/jobs/" + OTHER);
    }

    @Test
    void says_thatTheNextRunGoesOn_withWhatFailedACheck() throws Exception {
        rig.answer(job(NEXT, "", batch("Account", ACCOUNTS, true))).wrongFile("Account.Id\n1\n2\n");

        JobOutcome.Failed failed = (JobOutcome.Failed) rig.run();

        assertThat(codes(failed)).containsExactly("AQ705", "AQ631");
        assertThat(failed.retry()).isEqualTo(Retry.NOW);
    }
}
