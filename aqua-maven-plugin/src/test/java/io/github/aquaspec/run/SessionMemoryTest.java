package io.github.aquaspec.run;

import static io.github.aquaspec.run.Outcomes.codes;
import static io.github.aquaspec.run.SessionRig.ACCOUNTS;
import static io.github.aquaspec.run.SessionRig.MANIFEST;
import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OURS;
import static io.github.aquaspec.run.SessionRig.WATERMARK;
import static io.github.aquaspec.run.SessionRig.batch;
import static io.github.aquaspec.run.SessionRig.job;
import static io.github.aquaspec.run.SessionRig.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.SessionPublished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered of a session, and when. */
class SessionMemoryTest extends SessionFixture {

    private static final String CSV = "Account.Id\n1\n";

    @Test
    void remembers_theJob_itsQueries_andHowFarItReached() throws Exception {
        rig.manifest("offset: 600\n" + MANIFEST)
                .answer(job(NEXT, ",\"offset\":600", batch("Account", ACCOUNTS, true)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();

        SessionPublished state = rig.remembered();
        assertThat(state.watermark()).isEqualTo("2026-11-22T01:50:03Z");
        assertThat(state.partner() + "/" + state.project()).isEqualTo("acme/Nightly");
        assertThat(state.queries()).containsExactly(query("Account", ACCOUNTS));
        assertThat(rig.state().jobId()).contains(NEXT);
        assertThat(rig.state().journal().run()).map(JournalledRun::published).contains(true);
    }

    @ParameterizedTest
    @CsvSource({
        "offset: 600, '', 2026-11-22T01:50:03Z",
        "'', ',\"offset\":60', 2026-11-22T01:59:03Z",
        "'', '', 2026-11-22T02:00:03Z"
    })
    void takes_theOffset_fromTheAnswer_orTheManifest(String asked, String echoed, String reached) throws Exception {
        rig.manifest(asked + "\n" + MANIFEST)
                .answer(job(NEXT, echoed, batch("Account", ACCOUNTS, true)))
                .file(CSV);

        rig.run();

        assertThat(rig.remembered().watermark()).isEqualTo(reached);
    }

    @Test
    void never_goesBack_whenTheOffsetGrows() throws Exception {
        rig.manifest("offset: 3600\n" + MANIFEST)
                .published(query("Account", ACCOUNTS))
                .answer(job(OURS, ""))
                .answer(job(NEXT, ",\"offset\":3600", batch("Account", ACCOUNTS, false))
                        .replace("2026-11-22T02:00:03+0000", "2026-11-21T02:10:00+0000"))
                .file(CSV);

        rig.run();

        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
        assertThat(rig.remembered().watermark()).isEqualTo(WATERMARK);
    }

    @Test
    void stays_asItWas_whenNothingIsPublished_butTheJobIsKnown() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, false)))
                .wrongFile("Account.Id\n1\n2\n");
        SessionPublished before = rig.remembered();

        assertThat(codes(rig.run())).containsExactly("AQ705", "AQ631");

        assertThat(rig.remembered()).isEqualTo(before);
        assertThat(rig.state().jobId()).contains(NEXT);
        assertThat(rig.state().journal().run()).map(JournalledRun::published).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20 17:00:00", "2026-11-20 18:00:00"})
    void keeps_theWatermark_whenTheManifestExtractsAgain_andCountsTheJobAsOurs(String time) throws Exception {
        rig.manifest("incrementalTime: \"" + time + "\"\n" + MANIFEST)
                .published(query("Account", ACCOUNTS))
                .answer(job(OURS, ""))
                .answer(job(NEXT, ",\"incrementalTime\":\"" + time + "\"", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();

        assertThat(rig.submitted().get("incrementalTime").asText()).isEqualTo(time);
        assertThat(rig.remembered().watermark()).isEqualTo(WATERMARK);
        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
    }

    @Test
    void warns_whenAnExtractionLeavesAGap_andDoesNotCountTheJobAsOurs() throws Exception {
        rig.manifest("incrementalTime: \"2026-11-20 18:00:01\"\n" + MANIFEST)
                .published(query("Account", ACCOUNTS))
                .answer(job(OURS, ""))
                .answer(job(NEXT, ",\"incrementalTime\":1795226401000", batch("Account", ACCOUNTS, false)))
                .file(CSV);
        SessionPublished before = rig.remembered();

        assertThat(codes(rig.run())).containsExactly("AQ627");

        assertThat(rig.remembered()).isEqualTo(before);
    }

    @Test
    void remembers_noWatermark_ofAnExtractionThatIsTheFirstRun() throws Exception {
        rig.manifest("incrementalTime: \"2026-11-20 18:00:00\"\n" + MANIFEST)
                .answer(job(NEXT, ",\"incrementalTime\":1795226400000", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();

        assertThat(rig.state().published()).isEmpty();
    }

    @Test
    void warns_whenTheJobDoesNotSayWhenItStarted() throws Exception {
        rig.answer(job(NEXT, "", batch("Account", ACCOUNTS, true))
                        .replace(",\"startTime\":\"2026-11-22T02:00:03+0000\"", ""))
                .file(CSV);

        assertThat(codes(rig.run())).containsExactly("AQ628");
        assertThat(rig.state().published()).isEmpty();
    }

    @Test
    void places_aStartWithoutZone_onlyWhereTheZoneIsKnown() throws Exception {
        String old = job(NEXT, "", batch("Account", ACCOUNTS, true))
                .replace("2026-11-22T02:00:03+0000", "2026-11-21 18:00:03");
        rig.zone(null).answer(old).file(CSV);
        assertThat(codes(rig.run())).containsExactly("AQ628");

        rig.zone("America/Los_Angeles").answer(old).file(CSV);
        assertThat(codes(rig.run())).isEmpty();
        assertThat(rig.remembered().watermark()).isEqualTo("2026-11-22T02:00:03Z");
    }
}
