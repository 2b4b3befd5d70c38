package io.github.aquaspec.run;

import static io.github.aquaspec.run.Outcomes.codes;
import static io.github.aquaspec.run.SessionRig.ACCOUNTS;
import static io.github.aquaspec.run.SessionRig.CSV;
import static io.github.aquaspec.run.SessionRig.LOOK_UP;
import static io.github.aquaspec.run.SessionRig.MANIFEST;
import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OURS;
import static io.github.aquaspec.run.SessionRig.batch;
import static io.github.aquaspec.run.SessionRig.job;
import static io.github.aquaspec.run.SessionRig.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.report.Progress;
import io.github.aquaspec.report.RunStanding;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries of a session are held against those of the run before: what has changed is said, and comes in full. */
class ChangedQueriesTest extends SessionFixture {

    @Test
    void says_whatItFound_beforeItSubmits() throws Exception {
        rig.manifest(MANIFEST)
                .published(query("Account", "select Id, Name from Account"))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, true)))
                .file(CSV);
        rig.run();

        List<String> lines = new ArrayList<>();
        Progress progress = new Progress(lines::add, new RunStanding(1, Clock.systemUTC()), Clock.systemUTC());
        rig.events().forEach(progress::on);

        assertThat(lines.get(0)).startsWith("nightly: before submitting, AQ624: the text of query");
        assertThat(lines.get(1)).startsWith("nightly: job " + NEXT);
    }

    @Test
    void warns_whichQueryWasChanged() throws Exception {
        rig.manifest(MANIFEST + "  - {name: New, query: select Id from Invoice}\n"
                        + "  - {name: Contact, query: select Id from Contact, deleted: {column: D, format: Numeric}}\n")
                .published(query("Account", "select Id, Name from Account"), query("Contact", "select Id from Contact"))
                .answer(job(OURS, ""))
                .answer(job(
                        NEXT,
                        "",
                        batch("Account", ACCOUNTS, true),
                        batch("New", "select Id from Invoice", true),
                        batch("Contact", "select Id from Contact", true)))
                .file(CSV)
                .file("Invoice.Id\n1\n")
                .file("Contact.D,Contact.Id\n0,1\n");

        JobOutcome outcome = rig.run();

        assertThat(codes(outcome)).containsExactly("AQ624", "AQ624");
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::message)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("the text of query \"Account\" is another"),
                        text -> assertThat(text).startsWith("the deleted column of query \"Contact\" is another"));
    }

    @Test
    void accepts_whatTheManifestSilences_beforeTheSubmission() throws Exception {
        rig.manifest(MANIFEST + "    suppress: [{code: AQ624, reason: a column more}]\n")
                .warningsStop()
                .published(query("Account", "select Id, Name from Account"))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, true)))
                .file(CSV);

        JobOutcome.Published published = rig.published(rig.run());

        assertThat(published.diagnostics()).isEmpty();
        assertThat(published.accepted()).extracting(a -> a.reason()).containsExactly("a column more");
    }

    @Test
    void submitsNothing_whenWarningsStopABuild() throws Exception {
        rig.warningsStop()
                .published(query("Account", "select Id, Name from Account"))
                .answer(job(OURS, ""));

        JobOutcome outcome = rig.run();

        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(codes(outcome)).containsExactly("AQ624");
        assertThat(rig.asked()).containsExactly(LOOK_UP);
    }

    @ParameterizedTest
    @CsvSource({"true, AQ728", "false,"})
    void warns_whenAnUnchangedQueryComesInFull(boolean full, String code) throws Exception {
        rig.published(query("Account", ACCOUNTS))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, full)))
                .file(CSV);

        assertThat(codes(rig.run())).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void warns_whenAChangedQueryComesAsAnIncrement() throws Exception {
        rig.published(query("Account", "select Id, Name from Account"))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, false)))
                .file(CSV);

        assertThat(codes(rig.run())).containsExactly("AQ624", "AQ728");
    }
}
