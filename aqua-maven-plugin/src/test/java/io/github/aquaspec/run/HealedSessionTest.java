package io.github.aquaspec.run;

import static io.github.aquaspec.run.Outcomes.codes;
import static io.github.aquaspec.run.Outcomes.only;
import static io.github.aquaspec.run.SessionRig.ACCOUNTS;
import static io.github.aquaspec.run.SessionRig.CSV;
import static io.github.aquaspec.run.SessionRig.LOOK_UP;
import static io.github.aquaspec.run.SessionRig.MANIFEST;
import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OTHER;
import static io.github.aquaspec.run.SessionRig.WATERMARK;
import static io.github.aquaspec.run.SessionRig.batch;
import static io.github.aquaspec.run.SessionRig.job;
import static io.github.aquaspec.run.SessionRig.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.run.event.JobOutcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Healing asks a session for everything since the watermark, or says why it cannot. */
class HealedSessionTest extends SessionFixture {

    @Test
    void heals_byAskingForEverythingSinceTheWatermark_inTheZoneOfTheDataCentre() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .heals()
                .answer(job(OTHER, ""))
                .answer(job(NEXT, echo(WATERMARK), batch("Account", ACCOUNTS, false)))
                .file(CSV);

        JobOutcome outcome = rig.run();

        assertThat(codes(outcome)).isEmpty();
        assertThat(rig.submitted().get("incrementalTime").asText()).isEqualTo("2026-11-20 18:00:00");
        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
        assertThat(rig.remembered().watermark()).isEqualTo("2026-11-22T02:00:03Z");
    }

    @Test
    void heals_withoutAWarning_whenTheLastJobIsGone() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .heals()
                .answer(Answer.json(404, "{}"))
                .answer(job(NEXT, echo(WATERMARK), batch("Account", ACCOUNTS, false)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();
        assertThat(rig.submitted().has("incrementalTime")).isTrue();
    }

    @Test
    void asks_forNothingInParticular_whenThereIsNothingToHeal() throws Exception {
        rig.heals().answer(job(NEXT, "", batch("Account", ACCOUNTS, true))).file(CSV);

        assertThat(codes(rig.run())).isEmpty();
        assertThat(rig.submitted().has("incrementalTime")).isFalse();
    }

    @Test
    void submitsNothing_whenThereIsNoWatermarkToHealFrom() throws Exception {
        rig.begunByOthers().heals().answer(job(OTHER, ""));

        assertThat(codes(rig.run())).containsExactly("AQ626");
        assertThat(rig.asked()).containsExactly(LOOK_UP);
    }

    @Test
    void submitsNothing_whenNobodyKnowsTheZoneToHealIn() throws Exception {
        rig.published(query("Account", ACCOUNTS)).heals().zone(null).answer(job(OTHER, ""));

        JobOutcome outcome = rig.run();

        assertThat(codes(outcome)).containsExactly("AQ626");
        assertThat(only(outcome).fix().orElseThrow()).contains("-Daqua.zone");
        assertThat(rig.asked()).containsExactly(LOOK_UP);
    }

    @Test
    void submitsNothing_whenTheManifestSaysItselfWhereTheWindowStarts() throws Exception {
        rig.manifest("incrementalTime: \"2026-11-20 18:00:00\"\n" + MANIFEST)
                .published(query("Account", ACCOUNTS))
                .heals()
                .answer(job(OTHER, ""));

        assertThat(codes(rig.run())).containsExactly("AQ626");
        assertThat(rig.asked()).containsExactly(LOOK_UP);
    }

    private static String echo(Instant time) {
        return ",\"incrementalTime\":" + time.toEpochMilli();
    }
}
