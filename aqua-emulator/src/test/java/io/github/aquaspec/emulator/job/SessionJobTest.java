package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.SIZES;
import static io.github.aquaspec.emulator.job.Tenant.query;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sessions remember, and what follows from it for each query. */
class SessionJobTest {

    private static final String MARKED = "\"deleted\":{\"column\":\"Gone\",\"format\":\"Numeric\"}";

    @RegisterExtension
    final Tenant tenant = Tenant.withTwoEvents();

    @Test
    void theFirstRunIsAFullLoad_theNextBringsWhatChangedSince() {
        JobView first = tenant.run(stateful("", EVENTS));
        assertThat(full(first)).containsExactly(true);
        assertThat(tenant.rows(first, 0)).containsExactly("e1", "e2");
        tenant.update("e2");
        tenant.insert("e3");
        JobView second = tenant.run(stateful("", EVENTS));
        assertThat(full(second)).containsExactly(false);
        assertThat(tenant.rows(second, 0)).containsExactly("e2", "e3");
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).recordCount())
                .as("nothing changed")
                .isZero();
    }

    @Test
    void onlyTheQueryWhoseTextChangedIsLoadedInFull() {
        tenant.run(stateful("", EVENTS, SIZES));
        JobView next = tenant.run(stateful("", EVENTS, "select Id from Event where Size > 0"));
        assertThat(full(next)).containsExactly(false, true);
    }

    @Test
    void aQueryKeepsItsOwnWindow_whateverOtherJobsOfTheSessionAsked() {
        tenant.run(stateful("", EVENTS));
        tenant.update("e1");
        tenant.run(stateful("", SIZES));
        JobView again = tenant.run(stateful("", EVENTS));
        assertThat(full(again)).containsExactly(false);
        assertThat(tenant.rows(again, 0)).containsExactly("e1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "introduced            | '' | {\"column\":\"Gone\",\"format\":\"Numeric\"} | true",
                "dropped               | {\"column\":\"Gone\",\"format\":\"Numeric\"} | '' | true",
                "renamed               | {\"column\":\"Gone\",\"format\":\"Numeric\"} |"
                        + " {\"column\":\"Away\",\"format\":\"Numeric\"} | true",
                "in another format     | {\"column\":\"Gone\",\"format\":\"Numeric\"} |"
                        + " {\"column\":\"Gone\",\"format\":\"Boolean\"} | true",
                "the same              | {\"column\":\"Gone\",\"format\":\"Numeric\"} |"
                        + " {\"column\":\"Gone\",\"format\":\"Numeric\"} | false",
            })
    void aDeletedColumnThatChangedMakesTheLoadFull(String name, String before, String after, boolean full) {
        tenant.run(stateful("", deleted(before)));
        assertThat(full(tenant.run(stateful("", deleted(after), SIZES)))).containsExactly(full, true);
    }

    @Test
    void aDeletedColumnThatComesBackIsNewOnceMore() {
        tenant.run(stateful("", query(EVENTS, MARKED)));
        tenant.run(stateful("", EVENTS));
        assertThat(full(tenant.run(stateful("", query(EVENTS, MARKED))))).containsExactly(true);
    }

    @Test
    void anotherTypeIsAnotherQuery_anotherNameIsNot_unlessNamesMatter() {
        String text = "select Id from Event";
        tenant.run(stateful("", query(text, "\"name\":\"a\"")));
        assertThat(full(tenant.run(stateful("", query(text, "\"name\":\"b\"")))))
                .containsExactly(false);
        assertThat(full(tenant.run(stateful("", query(text, "\"type\":\"zoql\"")))))
                .containsExactly(true);
        tenant.with(Setting.QUERY_NAME_MATTERS, true);
        tenant.run(stateful("", query(text, "\"name\":\"a\"")));
        assertThat(full(tenant.run(stateful("", query(text, "\"name\":\"a\"")))))
                .containsExactly(false);
        assertThat(full(tenant.run(stateful("", query(text, "\"name\":\"b\"")))))
                .containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"partner\":\"acme\",\"project\":\"Shop\"",
                "\"partner\":\"Acme\",\"project\":\"shop\"",
                "\"partner\":\"acme\",\"project\":\"depot\""
            })
    void anotherPairIsAnotherSession(String pair) {
        tenant.run(stateful("", EVENTS));
        String body = "{\"version\":\"1.1\"," + pair + ",\"queries\":[" + query(EVENTS) + "]}";
        assertThat(full(tenant.run(body))).containsExactly(true);
        assertThat(full(tenant.run(body))).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":\"1.0\",\"partner\":\"acme\",\"project\":\"shop\"",
                "\"version\":\"1.1\",\"partner\":\"acme\",\"project\":\"\"",
                "\"version\":\"1.1\",\"project\":\"shop\"",
                "\"partner\":\"acme\",\"project\":\"shop\""
            })
    void withoutStateEveryLoadIsFull(String members) {
        String body = "{" + members + ",\"queries\":[" + query(EVENTS) + "]}";
        tenant.run(body);
        assertThat(full(tenant.run(body))).containsExactly(true);
    }

    @Test
    void aChangeOfAJoinedRecordBringsNoRow() {
        String query = "select Id, Home.Name from Event order by Id";
        assertThat(tenant.rows(tenant.run(stateful("", query)), 0)).containsExactly("e1,Rome", "e2,Rome");
        tenant.renameTown();
        tenant.update("e2");
        assertThat(tenant.rows(tenant.run(stateful("", query)), 0)).containsExactly("e2,Roma");
    }

    @Test
    void withoutQueriesThoseOfTheLastCompletedJobRunAgain_asIncrements() {
        assertThat(tenant.refused(stateful(""))).isEqualTo("90016");
        tenant.run(stateful("", query(EVENTS, "\"name\":\"events\"", MARKED), SIZES));
        tenant.insert("e3");
        JobView again = tenant.submit(stateful(""));
        assertThat(again.batches()).extracting(Batch::status).containsOnly(Status.PENDING);
        assertThat(again.batches()).extracting(b -> b.query().query()).containsExactly(EVENTS, SIZES);
        assertThat(again.batches().get(0).query().name()).hasValue("events");
        tenant.work();
        assertThat(full(again)).containsExactly(false, false);
        assertThat(tenant.rows(tenant.poll(again), 0)).containsExactly("0,e3");
        assertThat(tenant.refused(stateless())).as("without state").isEqualTo("90016");
    }

    @Test
    void aFirstRunWithoutQueriesMayBeAnEmptyJob() {
        tenant.with(Setting.REPEAT_OF_NOTHING, "empty");
        JobView job = tenant.run(stateful(""));
        assertThat(job.status()).isEqualTo(Status.COMPLETED);
        assertThat(job.batches()).isEmpty();
        assertThat(tenant.refused(stateless())).isEqualTo("90016");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nameAndText", "name", "text"})
    void queriesOfTheLastCompletedJobAreMergedWithTheSubmittedOnes_whenAsked(String key) {
        String one = "select Id from Event";
        String two = "select Id from Event where Size = 1";
        tenant.with(Setting.MERGE_KEY, key);
        tenant.run(stateful("", named("a", one), named("b", SIZES)));
        JobView merged =
                tenant.submit(stateful("\"useLastCompletedJobQueries\":true", named("a", two), named("c", one)));
        List<String> queries = merged.batches().stream()
                .map(b -> b.query().name().orElse("") + ' ' + b.query().query())
                .toList();
        switch (key) {
            case "name" -> assertThat(queries).containsExactly("a " + two, "b " + SIZES, "c " + one);
            case "text" -> assertThat(queries).containsExactly("c " + one, "b " + SIZES, "a " + two);
            default -> assertThat(queries).containsExactly("a " + one, "b " + SIZES, "a " + two, "c " + one);
        }
    }

    @Test
    void queriesOfTheLastCompletedJobStayOut_whenNobodyAsks() {
        tenant.run(stateful("", EVENTS));
        assertThat(tenant.submit(stateful("", SIZES)).batches()).hasSize(1);
        assertThat(tenant.submit("{\"useLastCompletedJobQueries\":true,\"queries\":[" + query(SIZES) + "]}")
                        .batches())
                .as("without state")
                .hasSize(1);
    }

    @Test
    void aRetrievalTimeIsTheLowerBound_andLeavesTheSessionWhereItWas() {
        tenant.run(stateful("", EVENTS));
        tenant.passes(Duration.ofHours(1));
        tenant.update("e2");
        String anHourAgo = "\"incrementalTime\":\"2026-07-15 03:30:00\"";
        JobView job = tenant.run(stateful(anHourAgo, EVENTS));
        assertThat(full(job)).containsExactly(false);
        assertThat(tenant.rows(job, 0)).as("the bound itself counts").containsExactly("e1", "e2");
        assertThat(tenant.rows(tenant.run(stateful("\"incrementalTime\":\"2026-07-15 03:30:01\"", EVENTS)), 0))
                .containsExactly("e2");
        assertThat(tenant.rows(tenant.run(stateful("", EVENTS)), 0)).containsExactly("e2");
    }

    @Test
    void aRetrievalTimeOnANewSessionIsNoFullLoad_andMakesNoSession() {
        JobView job = tenant.run(stateful("\"incrementalTime\":\"2026-07-15 04:00:00\"", EVENTS));
        assertThat(full(job)).containsExactly(false);
        assertThat(tenant.rows(job, 0)).isEmpty();
        assertThat(full(tenant.run(stateful("", EVENTS)))).containsExactly(true);
    }

    @Test
    void aRetrievalTimeMovesTheSessionOn_whereTheSettingSaysSo() {
        tenant.with(Setting.INCREMENTAL_TIME_ADVANCES, true);
        tenant.run(stateful("\"incrementalTime\":\"2026-07-15 03:00:00\"", EVENTS));
        JobView next = tenant.run(stateful("", EVENTS));
        assertThat(full(next)).containsExactly(false);
        assertThat(tenant.rows(next, 0)).isEmpty();
    }

    @Test
    void anOffsetLeavesTheNewestForTheNextRun() {
        tenant.run(stateful("", EVENTS));
        tenant.passes(Duration.ofMinutes(5));
        tenant.update("e1");
        tenant.passes(Duration.ofMinutes(5));
        tenant.update("e2");
        JobView cut = tenant.run(stateful("\"offset\":180", EVENTS));
        assertThat(tenant.rows(cut, 0)).containsExactly("e1");
        assertThat(tenant.rows(tenant.run(stateful("\"offset\":0", EVENTS)), 0)).containsExactly("e2");
    }

    @Test
    void anOffsetCutsFullLoadsToo_unlessTheSettingSaysOtherwise() {
        tenant.passes(Duration.ofMinutes(11));
        tenant.insert("e3");
        assertThat(tenant.rows(tenant.run(stateful("\"offset\":600", EVENTS)), 0))
                .containsExactly("e1", "e2");
        assertThat(tenant.rows(tenant.run(stateful("\"offset\":0", EVENTS)), 0)).containsExactly("e3");
        tenant.with(Setting.OFFSET_CUTS_FULL_LOADS, false);
        assertThat(tenant.rows(tenant.run(stateful("\"offset\":600", SIZES)), 0))
                .containsExactly("e1,1", "e2,1", "e3,1");
        assertThat(tenant.rows(tenant.run(stateful("\"offset\":0", SIZES)), 0)).isEmpty();
    }

    @Test
    void theOffsetOfTheRequestBeatsTheTenants() {
        tenant.with(Setting.TENANT_OFFSET, 600);
        tenant.passes(Duration.ofMinutes(11));
        tenant.insert("e3");
        assertThat(tenant.rows(tenant.run(stateful("", EVENTS)), 0)).containsExactly("e1", "e2");
        assertThat(tenant.rows(tenant.run(stateful("\"offset\":0", EVENTS)), 0)).containsExactly("e3");
    }

    @Test
    void aWindowNeverGoesBack_howeverLargeTheNextOffset() {
        tenant.run(stateful("", EVENTS));
        tenant.insert("e3");
        assertThat(tenant.rows(tenant.run(stateful("\"offset\":3600", EVENTS)), 0))
                .isEmpty();
        assertThat(tenant.rows(tenant.run(stateful("", EVENTS)), 0)).containsExactly("e3");
    }

    @ParameterizedTest
    @CsvSource({"180, false", "181, true"})
    void aSessionNobodyUsedForTooLongStartsAnew(int days, boolean full) {
        tenant.run(stateful("", EVENTS));
        tenant.passes(Duration.ofDays(days));
        assertThat(full(tenant.run(stateful("", EVENTS)))).containsExactly(full);
        tenant.with(Setting.SESSION_IDLE_DAYS, 10);
        tenant.passes(Duration.ofDays(11));
        assertThat(full(tenant.run(stateful("", EVENTS)))).containsExactly(true);
    }

    @Test
    void everyRequestKeepsASessionAlive_evenOneThatFails() {
        tenant.run(stateful("", EVENTS));
        tenant.passes(Duration.ofDays(100));
        tenant.run(stateful("", "select * from Silent"));
        tenant.passes(Duration.ofDays(100));
        assertThat(full(tenant.run(stateful("", EVENTS)))).containsExactly(false);
    }

    @Test
    void aJobThatFailedLeavesTheSessionWhereItWas() {
        tenant.run(stateful("", EVENTS));
        tenant.update("e1");
        assertThat(tenant.run(stateful("", EVENTS, "select * from Silent")).status())
                .isEqualTo(Status.ABORTED);
        assertThat(tenant.rows(tenant.run(stateful("", EVENTS)), 0)).containsExactly("e1");
    }

    @Test
    void aJobThatFailedMovesTheSessionOn_whereTheSettingSaysSo() {
        tenant.with(Setting.SESSION_ADVANCES_ON, "ended");
        tenant.run(stateful("", EVENTS));
        tenant.update("e1");
        tenant.run(stateful("", EVENTS, "select * from Silent"));
        assertThat(tenant.rows(tenant.run(stateful("", EVENTS)), 0)).isEmpty();
    }

    @Test
    void aJobWhoseFilesNobodyFetchedMovesTheSessionOnAllTheSame() {
        JobView first = tenant.submit(stateful("", EVENTS));
        tenant.work();
        JobView second = tenant.run(stateful("", EVENTS));
        assertThat(full(second)).containsExactly(false);
        assertThat(tenant.poll(first).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void whatChangesWhileAJobRunsIsInThisWindowOrInTheNext() {
        tenant.run(stateful("", EVENTS));
        JobView job = tenant.submit(stateful("", EVENTS));
        tenant.update("e1");
        tenant.work();
        assertThat(tenant.rows(tenant.poll(job), 0)).containsExactly("e1");
        assertThat(tenant.rows(tenant.run(stateful("", EVENTS)), 0)).isEmpty();
    }

    private List<Boolean> full(JobView job) {
        return tenant.poll(job).batches().stream().map(Batch::full).toList();
    }

    private static String named(String name, String text) {
        return query(text, "\"name\":\"" + name + '"');
    }

    private static String deleted(String column) {
        return column.isEmpty() ? EVENTS : query(EVENTS, "\"deleted\":" + column);
    }
}
