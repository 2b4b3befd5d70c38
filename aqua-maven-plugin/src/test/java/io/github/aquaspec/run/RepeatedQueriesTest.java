package io.github.aquaspec.run;

import static io.github.aquaspec.run.Outcomes.codes;
import static io.github.aquaspec.run.SessionRig.ACCOUNTS;
import static io.github.aquaspec.run.SessionRig.MANIFEST;
import static io.github.aquaspec.run.SessionRig.NEXT;
import static io.github.aquaspec.run.SessionRig.OURS;
import static io.github.aquaspec.run.SessionRig.batch;
import static io.github.aquaspec.run.SessionRig.job;
import static io.github.aquaspec.run.SessionRig.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.QueryType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Queries in are batches out, also where the session writes the queries. */
class RepeatedQueriesTest extends SessionFixture {

    private static final String REPEATS =
            "version: \"1.1\"\nformat: csv\npartner: acme\nproject: Nightly\nqueries: []\n";
    private static final String MERGES = "useLastCompletedJobQueries: true\n" + MANIFEST;
    private static final String INVOICES = "select Id from Invoice";

    @Test
    void publishes_whateverTheServerRepeats_andSaysSo_withoutState() throws Exception {
        rig.manifest(REPEATS)
                .answer(job(
                        NEXT,
                        "",
                        batch("Accounts of the day", ACCOUNTS, false),
                        batch(null, INVOICES, false),
                        batch(null, "select Id, Name from Invoice", false)))
                .file("Account.Id\n1\n")
                .file("Invoice.Id\n1\n")
                .file("Invoice.Id,Invoice.Name\n1,2\n");

        JobOutcome.Published published = rig.published(rig.run());

        assertThat(codes(published)).containsExactly("AQ625");
        assertThat(rig.submitted().get("queries")).isEmpty();
        assertThat(published.results())
                .extracting(result -> result.files().get(0).name())
                .containsExactly("Accounts of the day.csv", "Invoice.csv", "Invoice-2.csv");
        assertThat(rig.remembered().queries())
                .containsExactly(
                        query("Accounts of the day", ACCOUNTS),
                        query(null, INVOICES),
                        query(null, "select Id, Name from Invoice"));
    }

    @Test
    void remembers_aDeletedColumn_thatTheServerRepeats() throws Exception {
        rig.manifest(REPEATS)
                .answer(job(
                        NEXT,
                        "",
                        batch("A", ACCOUNTS, false, ",\"deleted\":{\"column\":\"Gone\",\"format\":\"Boolean\"}")))
                .file("Account.Gone,Account.Id\nfalse,1\n");

        rig.run();

        assertThat(rig.remembered().queries())
                .containsExactly(new PublishedQuery(
                        Optional.of("A"),
                        ACCOUNTS,
                        QueryType.ZOQLEXPORT,
                        Optional.of(new PublishedQuery.Column("Gone", Optional.of(Deleted.Flag.BOOLEAN)))));
    }

    @Test
    void remembers_theTypeOfAQuery_thatTheServerRepeats() throws Exception {
        rig.manifest(REPEATS)
                .answer(job(NEXT, "", batch("A", ACCOUNTS, false).replace("zoqlexport", "zoql")))
                .file("Account.Id\n1\n");

        rig.run();

        assertThat(rig.remembered().queries())
                .containsExactly(new PublishedQuery(Optional.of("A"), ACCOUNTS, QueryType.ZOQL, Optional.empty()));
    }

    @Test
    void expects_theQueriesOfTheLastPublishedRun() throws Exception {
        rig.manifest(REPEATS)
                .published(query("Account", ACCOUNTS), query(null, INVOICES))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch(null, INVOICES, false), batch("Account", ACCOUNTS, false)))
                .file("Account.Id\n1\n")
                .file("Invoice.Id\n1\n");

        JobOutcome.Published published = rig.published(rig.run());

        assertThat(codes(published)).isEmpty();
        assertThat(rig.submitted().get("queries")).isEmpty();
        assertThat(published.results())
                .extracting(result -> result.files().get(0).name())
                .containsExactly("Account.csv", "Invoice.csv");
    }

    @Test
    void fails_whenTheServerRepeatsFewer_orOthers() throws Exception {
        rig.manifest(REPEATS)
                .published(query("Account", ACCOUNTS), query(null, INVOICES))
                .answer(job(OURS, ""))
                .answer(job(
                        NEXT,
                        "",
                        batch("Account", ACCOUNTS, false),
                        batch("Contact", "select Id from Contact", false)));

        assertThat(codes(rig.run())).containsExactly("AQ609", "AQ611", "AQ631");
        assertThat(rig.remembered().jobId()).isEqualTo(OURS);
    }

    @Test
    void warns_whenARepeatedQueryComesInFull() throws Exception {
        rig.manifest(REPEATS)
                .published(query("Account", ACCOUNTS))
                .answer(job(OURS, ""))
                .answer(job(NEXT, "", batch("Account", ACCOUNTS, true)))
                .file("Account.Id\n1\n");

        assertThat(codes(rig.run())).containsExactly("AQ728");
    }

    @Test
    void publishes_whatTheServerAdds_besideOurs_whoseFilesKeepTheirNames() throws Exception {
        rig.manifest(MERGES.replace("name: Account\n    query", "query"))
                .answer(job(NEXT, "", batch("Account", INVOICES, false), batch(null, ACCOUNTS, true)))
                .file("Account.Id\n1\n")
                .file("Invoice.Id\n1\n");

        JobOutcome.Published published = rig.published(rig.run());

        assertThat(codes(published)).isEmpty();
        assertThat(published.results())
                .extracting(result -> result.files().get(0).name())
                .containsExactly("Account.csv", "Account-2.csv");
        assertThat(rig.remembered().queries()).containsExactly(query(null, ACCOUNTS), query("Account", INVOICES));
    }

    @Test
    void fails_whenTheServerLeavesOutOneOfOurs_whateverItAdds() throws Exception {
        rig.manifest(MERGES).answer(job(NEXT, "", batch("Invoice", INVOICES, false)));

        assertThat(codes(rig.run())).containsExactly("AQ609", "AQ631");
    }

    @Test
    void fails_whenTheServerAdds_andNobodyAskedIt() throws Exception {
        rig.answer(job(NEXT, "", batch("Account", ACCOUNTS, true), batch("Invoice", INVOICES, false)));

        assertThat(codes(rig.run())).containsExactly("AQ611", "AQ631");
    }

    @Test
    void fails_whenWhatItAdds_isNotCompleted() throws Exception {
        rig.manifest(MERGES)
                .answer(job(
                        NEXT,
                        "",
                        batch("Account", ACCOUNTS, true),
                        batch("Invoice", INVOICES, false).replace("completed", "aborted")));

        assertThat(codes(rig.run())).containsExactly("AQ610", "AQ631");
    }

    @Test
    void fails_whenTheServerRepeatsNothing() throws Exception {
        rig.manifest(REPEATS).answer(job(NEXT, ""));

        assertThat(codes(rig.run())).containsExactly("AQ625", "AQ609", "AQ631");
    }

    @Test
    void fails_whenABatchDoesNotSayWhichQueryItIs() throws Exception {
        rig.manifest(REPEATS).answer(job(NEXT, "", batch("A", "", false)));

        JobOutcome outcome = rig.run();

        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(codes(outcome)).isEqualTo(List.of("AQ625", "AQ611", "AQ631"));
    }
}
