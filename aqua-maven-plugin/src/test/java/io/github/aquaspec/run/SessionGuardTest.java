package io.github.aquaspec.run;

import static io.github.aquaspec.run.Outcomes.codes;
import static io.github.aquaspec.run.Outcomes.only;
import static io.github.aquaspec.run.SessionRig.ACCOUNTS;
import static io.github.aquaspec.run.SessionRig.CSV;
import static io.github.aquaspec.run.SessionRig.LOOK_UP;
import static io.github.aquaspec.run.SessionRig.MANIFEST;
import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OTHER;
import static io.github.aquaspec.run.SessionRig.OURS;
import static io.github.aquaspec.run.SessionRig.SUBMIT;
import static io.github.aquaspec.run.SessionRig.WATERMARK;
import static io.github.aquaspec.run.SessionRig.batch;
import static io.github.aquaspec.run.SessionRig.job;
import static io.github.aquaspec.run.SessionRig.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session has one owner: what is asked before a submission, what is said, and what is submitted at all. */
class SessionGuardTest extends SessionFixture {

    private static final String FILE = "GET /v1/files/f";

    @Test
    void goesOn_inANewSession() throws Exception {
        rig.answer(job(NEXT, "", batch("Account", ACCOUNTS, true))).file(CSV);

        JobOutcome outcome = rig.run();

        assertThat(codes(outcome)).isEmpty();
        assertThat(rig.asked()).containsExactly(LOOK_UP, SUBMIT, FILE);
        assertThat(rig.submitted().has("incrementalTime")).isFalse();
        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
    }

    @Test
    void warns_whenOthersBeganTheSession_andNothingIsRememberedHere() throws Exception {
        rig.begunByOthers()
                .answer(job(OTHER, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        Diagnostic found = only(rig.run());

        assertThat(found.code()).isEqualTo(SessionCode.NO_STATE);
        assertThat(found.message()).contains(OTHER, "2026-11-22T02:00:03+0000");
        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
    }

    @Test
    void submitsNothing_whenAnEarlierNameIsWrittenAgain_andTheSessionWentOn() throws Exception {
        rig.manifest(MANIFEST.replace("project: Nightly", "project: other"))
                .published(query("Account", ACCOUNTS))
                .answer(job(OTHER, ""));

        JobOutcome outcome = rig.run();

        assertThat(codes(outcome)).containsExactly("AQ621");
        assertThat(only(outcome).fix().orElseThrow()).contains("write the other name again");
        assertThat(rig.asked()).containsExactly("GET /v1/batch-query/jobs/partner/acme/project/other");
    }

    @Test
    void goesOn_whenTheLastJobIsOurs() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        JobOutcome outcome = rig.run();

        assertThat(codes(outcome)).isEmpty();
        assertThat(rig.asked()).containsExactly(LOOK_UP, SUBMIT, FILE);
        assertThat(rig.submitted().has("incrementalTime")).isFalse();
        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
    }

    @Test
    void submitsNothing_whenAnotherJobRanSinceOurs() throws Exception {
        rig.published(query("Account", ACCOUNTS)).answer(job(OTHER, ""));
        SessionPublished before = rig.remembered();

        JobOutcome outcome = rig.run();

        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(((JobOutcome.Failed) outcome).retry()).isEqualTo(Retry.NEVER);
        assertThat(((JobOutcome.Failed) outcome).jobId()).isEmpty();
        Diagnostic found = only(outcome);
        assertThat(found.code()).isEqualTo(SessionCode.TAKEN);
        assertThat(found.message())
                .isEqualTo("job " + OTHER + ", started 2026-11-22T02:00:03+0000, was completed in this session after"
                        + " ours, " + OURS);
        assertThat(found.fix().orElseThrow())
                .contains("-Daqua.heal", WATERMARK.toString(), "window.json")
                .doesNotContain("aqua:fetch");
        assertThat(found.where().orElseThrow().span()).hasToString("specs/nightly.yaml:4:10");
        assertThat(rig.asked()).containsExactly(LOOK_UP);
        assertThat(rig.remembered()).isEqualTo(before);
    }

    @Test
    void goesOn_whenAnotherManifestOfTheSessionRan_withQueriesOfItsOwn() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .neighbour("folder/contacts", OTHER)
                .answer(job(OTHER, "", batch("Contact", "select Id from Contact", false)))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();
    }

    @Test
    void submitsNothing_whenAnotherManifestOfTheSessionTookTheChanges() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .neighbour("folder/accounts", OTHER)
                .answer(job(OTHER, "", batch("A", "select  Id from Account", false)));

        Diagnostic found = only(rig.run());

        assertThat(found.code()).isEqualTo(SessionCode.TAKEN);
        assertThat(found.message()).contains("of manifest folder/accounts");
        assertThat(rig.asked()).containsExactly(LOOK_UP);
    }

    @Test
    void warns_whenAnotherManifestOfTheSessionSaidWhereItsWindowStarts() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .neighbour("again", OTHER)
                .answer(job(OTHER, ",\"incrementalTime\":1421865001000", batch("A", ACCOUNTS, false)))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        Diagnostic found = only(rig.run());

        assertThat(found.code()).isEqualTo(SessionCode.SHARED);
        assertThat(found.message()).contains("manifest again");
    }

    @Test
    void goesOn_withAWindowOfItsOwn_whoeverRanInTheSession() throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .manifest(MANIFEST.replace("queries:", "incrementalTime: 2026-11-01 00:00:00\nqueries:"))
                .answer(job(OTHER, ""))
                .answer(job(NEXT, ",\"incrementalTime\":1793516400000", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errorCode\":\"90002\",\"message\":\"Invalid Job Id.\"}",
                "{\"success\":false,\"reasons\":[{\"code\":50000040,\"message\":\"Cannot find it\"}]}"
            })
    void warns_whenTheLastJobIsGone_andExpectsAFullLoad(String none) throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .answer(none)
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, true)))
                .file(CSV);

        assertThat(codes(rig.run())).containsExactly("AQ622");
        assertThat(rig.asked()).containsExactly(LOOK_UP, SUBMIT, FILE);
    }

    @Test
    void submitsNothing_whenTheLookUpFails() throws Exception {
        rig.published(query("Account", ACCOUNTS)).answer(Answer.json(403, "{}"));

        assertThat(codes(rig.run())).containsExactly("AQ604");
        assertThat(rig.asked()).containsExactly(LOOK_UP);
    }

    @ParameterizedTest
    @CsvSource({"partner: acme, partner: other, 3:10", "project: Nightly, project: other, 4:10"})
    void warns_whenTheSessionHasAnotherName_thatNobodyUsed(String old, String now, String place) throws Exception {
        rig.manifest(MANIFEST.replace(old, now))
                .published(query("Account", ACCOUNTS))
                .answer(Answer.json(404, "{}"))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, true))
                        .replace("\"partner\":\"acme\",\"project\":\"nightly\",", ""))
                .file(CSV);

        JobOutcome outcome = rig.run();

        assertThat(codes(outcome)).containsExactly("AQ623");
        assertThat(only(outcome).where().orElseThrow().span()).hasToString("specs/nightly.yaml:" + place);
        assertThat(rig.asked().subList(1, 3)).containsExactly(SUBMIT, FILE);
        assertThat(rig.remembered().jobId()).isEqualTo(NEXT);
    }

    @Test
    void sends_thePlaceholdersOfNotifyUrl_asTheyAre() throws Exception {
        String url = "https://example.com/done?job=${JOBID}&status=${STATUS}";
        rig.manifest("notifyUrl: \"" + url + "\"\n" + MANIFEST)
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, true)))
                .file(CSV);

        assertThat(codes(rig.run())).isEmpty();
        assertThat(rig.submittedText()).contains("\"notifyUrl\": \"" + url + "\"");
    }

    @Test
    void refuses_theStateOfAWindow() throws Exception {
        Files.createDirectories(rig.state().path());
        Files.writeString(rig.state().path().resolve("window.json"), """
                {"format": 1, "target": {"name": "us", "host": "rest.zuora.com"}, "jobId": "a",
                 "window": {"from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z",
                            "queries": [{"query": "select Id from Account", "type": "zoql"}]}}
                """);

        assertThat(codes(rig.run())).containsExactly("AQ814");
        assertThat(rig.asked()).isEmpty();
    }
}
