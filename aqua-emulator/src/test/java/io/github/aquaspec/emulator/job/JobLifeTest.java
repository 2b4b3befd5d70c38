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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the submission to the day on which nobody remembers a job. */
class JobLifeTest {

    private static final String FAILING = "select * from Silent";

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void insert() {
        tenant.insert("e1");
        tenant.insert("e2");
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void allQueriesOfAJobSeeTheRecordsAsTheyWereAtItsStart() {
        JobView job = tenant.submit(stateless(EVENTS, SIZES));
        tenant.insert("e3");
        tenant.work();
        job = tenant.poll(job);
        tenant.insert("e4");
        assertThat(tenant.rows(job, 0)).containsExactly("e1", "e2", "e3");
        assertThat(tenant.rows(job, 1)).hasSize(3);
    }

    @Test
    void theFirstQueryThatFailsEndsTheJob_filesBeforeItStay() {
        JobView job = tenant.run(stateless(EVENTS, FAILING, SIZES));
        assertThat(job.status()).isEqualTo(Status.ABORTED);
        assertThat(statuses(job)).containsExactly(Status.COMPLETED, Status.ABORTED, Status.PENDING);
        assertThat(tenant.rows(job, 0)).containsExactly("e1", "e2");
        assertThat(job.batches().get(1).message()).hasValue("java.lang.RuntimeException: You must specify a select.");
        assertThat(job.batches().get(1).files()).isEmpty();
    }

    @Test
    void queriesTakeTheirTimeByTheClock() {
        tenant.with(Setting.QUERY_SECONDS, 60);
        JobView job = tenant.submit(stateless(EVENTS, SIZES));
        assertThat(tenant.poll(job).status()).isEqualTo(Status.SUBMITTED);
        assertThat(tenant.poll(job).startTime()).isEmpty();
        tenant.work();
        assertThat(tenant.poll(job).status()).isEqualTo(Status.EXECUTING);
        assertThat(statuses(tenant.poll(job))).containsExactly(Status.EXECUTING, Status.PENDING);
        tenant.passes(Duration.ofSeconds(60));
        JobView half = tenant.poll(job);
        assertThat(half.status()).isEqualTo(Status.EXECUTING);
        assertThat(statuses(half)).containsExactly(Status.COMPLETED, Status.EXECUTING);
        assertThat(tenant.rows(half, 0)).as("can be fetched already").containsExactly("e1", "e2");
        tenant.passes(Duration.ofSeconds(59));
        assertThat(tenant.poll(job).status()).isEqualTo(Status.EXECUTING);
        tenant.passes(Duration.ofSeconds(1));
        assertThat(tenant.poll(job).status()).isEqualTo(Status.COMPLETED);
        assertThat(statuses(tenant.poll(job))).containsOnly(Status.COMPLETED);
    }

    @Test
    void aFileIsNotThereBeforeItsBatchIsSeenToBeOver() throws IOException {
        tenant.with(Setting.QUERY_SECONDS, 60);
        tenant.submit(stateless(EVENTS));
        tenant.work();
        List<Path> written = onDisk();
        assertThat(written).hasSize(1);
        String id = written.get(0).getFileName().toString();
        assertThat(tenant.jobs().file(id)).isEmpty();
        tenant.passes(Duration.ofSeconds(60));
        assertThat(tenant.jobs().file(id)).isPresent();
    }

    @Test
    void noQueryMayTakeMoreThanThreeHours() {
        tenant.with(Setting.QUERY_SECONDS, 10_800);
        JobView fits = tenant.submit(stateless(EVENTS));
        tenant.with(Setting.QUERY_SECONDS, 10_801);
        tenant.work();
        JobView job = tenant.submit(stateless(EVENTS, SIZES));
        tenant.work();
        tenant.passes(Duration.ofSeconds(10_799));
        assertThat(tenant.poll(job).status()).isEqualTo(Status.EXECUTING);
        tenant.passes(Duration.ofSeconds(1));
        assertThat(tenant.poll(job).status()).isEqualTo(Status.ABORTED);
        assertThat(statuses(tenant.poll(job))).containsExactly(Status.ABORTED, Status.PENDING);
        assertThat(tenant.poll(job).batches().get(0).message()).hasValue("The query exceeded maximum processing time");
        assertThat(tenant.poll(fits).status()).isEqualTo(Status.ABORTED);
    }

    @Test
    void aQueryOfThreeHoursIsStillFine() {
        tenant.with(Setting.QUERY_SECONDS, 10_800);
        JobView job = tenant.submit(stateless(EVENTS));
        tenant.work();
        tenant.passes(Duration.ofHours(3));
        assertThat(tenant.poll(job).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aJobThatTakesTooLongIsMarkedAsAnError() {
        tenant.with(Setting.QUERY_SECONDS, 60).with(Setting.MAX_JOB_SECONDS, 100);
        JobView job = tenant.submit(stateless(EVENTS, SIZES));
        JobView small = tenant.submit(stateless(EVENTS));
        tenant.work();
        tenant.passes(Duration.ofSeconds(99));
        assertThat(tenant.poll(job).status()).isEqualTo(Status.EXECUTING);
        tenant.passes(Duration.ofSeconds(100));
        JobView last = tenant.poll(job);
        assertThat(last.status()).isEqualTo(Status.ERROR);
        assertThat(last.problem().orElseThrow().code()).isEqualTo("90029");
        assertThat(statuses(last)).containsExactly(Status.COMPLETED, Status.ABORTED);
        assertThat(tenant.poll(small).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void jobsOfAPairRunOneAfterAnother_othersSideBySide() {
        tenant.with(Setting.QUERY_SECONDS, 60);
        JobView first = tenant.submit(stateful("", EVENTS));
        JobView second = tenant.submit(stateful("", EVENTS));
        JobView other = tenant.submit(stateful("", EVENTS).replace("shop", "depot"));
        JobView stateless = tenant.submit(stateless(EVENTS));
        tenant.work();
        assertThat(tenant.poll(first).status()).isEqualTo(Status.EXECUTING);
        assertThat(tenant.poll(other).status()).isEqualTo(Status.EXECUTING);
        assertThat(tenant.poll(stateless).status()).isEqualTo(Status.EXECUTING);
        assertThat(tenant.poll(second).status()).isEqualTo(Status.SUBMITTED);
        tenant.passes(Duration.ofSeconds(60));
        tenant.insert("e3");
        assertThat(tenant.poll(second).status()).isEqualTo(Status.SUBMITTED);
        assertThat(tenant.poll(first).status()).isEqualTo(Status.COMPLETED);
        tenant.work();
        assertThat(tenant.poll(second).status()).isEqualTo(Status.EXECUTING);
        tenant.passes(Duration.ofSeconds(60));
        JobView done = tenant.poll(second);
        assertThat(second.batches().get(0).full()).as("when it was submitted").isTrue();
        assertThat(done.batches().get(0).full()).as("behind the first").isFalse();
        assertThat(tenant.rows(done, 0)).containsExactly("e3");
    }

    @Test
    void aWaitingJobStartsWhenTheOneBeforeItIsCancelledOrFails() {
        tenant.with(Setting.QUERY_SECONDS, 60);
        JobView first = tenant.submit(stateful("", EVENTS));
        JobView second = tenant.submit(stateful("", FAILING));
        JobView third = tenant.submit(stateful("", EVENTS));
        tenant.work();
        tenant.jobs().cancel(first.id());
        tenant.work();
        assertThat(tenant.poll(second).status()).isEqualTo(Status.EXECUTING);
        tenant.passes(Duration.ofSeconds(60));
        assertThat(tenant.poll(second).status()).isEqualTo(Status.ABORTED);
        tenant.work();
        assertThat(tenant.poll(third).status()).isEqualTo(Status.EXECUTING);
    }

    @Test
    void aJobCanBeCancelledBeforeItStarts() {
        JobView job = tenant.submit(stateful("", EVENTS));
        JobView cancelled = tenant.jobs().cancel(job.id()).orElseThrow();
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(statuses(cancelled)).containsExactly(Status.SUBMITTED);
        tenant.work();
        assertThat(tenant.poll(job)).isEqualTo(cancelled);
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).full())
                .as("the session did not move on")
                .isTrue();
    }

    @Test
    void aJobCanBeCancelledWhileItRuns_andKeepsWhatItHas() throws IOException {
        tenant.with(Setting.QUERY_SECONDS, 60);
        JobView job = tenant.submit(stateless(EVENTS, SIZES, EVENTS));
        tenant.work();
        tenant.passes(Duration.ofSeconds(90));
        JobView cancelled = tenant.jobs().cancel(job.id()).orElseThrow();
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(statuses(cancelled)).containsExactly(Status.COMPLETED, Status.SUBMITTED, Status.SUBMITTED);
        assertThat(tenant.rows(cancelled, 0)).containsExactly("e1", "e2");
        tenant.passes(Duration.ofHours(1));
        assertThat(tenant.poll(job)).as("for good").isEqualTo(cancelled);
        assertThat(onDisk()).as("no file of the others is left").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"select Id from Event, COMPLETED", "select * from Silent, ABORTED"})
    void whatEndedCannotBeCancelled(String query, Status status) {
        JobView job = tenant.submit(stateless(query));
        tenant.work();
        assertThat(tenant.jobs().cancel(job.id())).isEmpty();
        assertThat(tenant.poll(job).status()).isEqualTo(status);
    }

    @Test
    void whatIsCancelledOrUnknownCannotBeCancelled() {
        JobView job = tenant.submit(stateless(EVENTS));
        assertThat(tenant.jobs().cancel(job.id())).isPresent();
        assertThat(tenant.jobs().cancel(job.id())).isEmpty();
        assertThat(tenant.jobs().cancel("00000000000000000000000000000000")).isEmpty();
    }

    @Test
    void theLastCompletedJobOfAPairIsTheNewestThatCompleted() {
        assertThat(tenant.jobs().lastCompleted("acme", "shop")).isEmpty();
        JobView first = tenant.run(stateful("", EVENTS));
        tenant.run(stateful("", FAILING));
        tenant.run(stateful("", EVENTS).replace("shop", "depot"));
        tenant.run(stateless(EVENTS));
        JobView cancelled = tenant.submit(stateful("", EVENTS));
        tenant.jobs().cancel(cancelled.id());
        assertThat(tenant.jobs().lastCompleted("acme", "shop")).hasValue(tenant.poll(first));
        JobView second = tenant.run(stateful("", EVENTS));
        assertThat(tenant.jobs().lastCompleted("acme", "shop")).hasValue(second);
        assertThat(tenant.jobs().lastCompleted("acme", "Shop")).isEmpty();
    }

    @Test
    void aJobIsGoneAfterHalfAYear() {
        JobView job = tenant.run(stateful("", EVENTS));
        tenant.passes(Duration.ofDays(180).minusSeconds(1));
        assertThat(tenant.jobs().poll(job.id())).isPresent();
        tenant.passes(Duration.ofSeconds(2));
        assertThat(tenant.jobs().poll(job.id())).isEmpty();
        assertThat(tenant.jobs().lastCompleted("acme", "shop")).isEmpty();
        assertThat(tenant.jobs().list()).isEmpty();
    }

    @Test
    void aFileIsGoneAfterThreeDays_itsJobIsNot() throws IOException {
        JobView job = tenant.run(stateless(EVENTS));
        tenant.passes(Duration.ofDays(3).minusSeconds(1));
        assertThat(tenant.rows(job, 0)).hasSize(2);
        tenant.passes(Duration.ofSeconds(1));
        assertThat(tenant.jobs().file(job.batches().get(0).files().get(0))).isEmpty();
        assertThat(tenant.poll(job)).isEqualTo(job);
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void onlySoManyJobsMayBeUnderWay_ofEachKind() {
        tenant.with(Setting.MAX_CONCURRENT_JOBS, 2);
        JobView job = tenant.submit(stateless(EVENTS));
        tenant.submit(stateless(EVENTS));
        assertThat(tenant.refused(stateless(EVENTS))).isEqualTo("90028");
        tenant.submit(stateful("", EVENTS));
        tenant.submit(stateful("", EVENTS));
        assertThat(tenant.refused(stateful("", EVENTS))).isEqualTo("90028");
        assertThat(tenant.refused(stateful("", "select Nonsense from Nowhere"))).isEqualTo("90028");
        tenant.jobs().cancel(job.id());
        tenant.submit(stateless(EVENTS));
    }

    @Test
    void theFiftyFirstJobIsTooMuch() {
        for (int i = 0; i < 50; i++) {
            tenant.submit(stateless(EVENTS));
        }
        assertThat(tenant.refused(stateless(EVENTS))).isEqualTo("90028");
        tenant.work();
        tenant.submit(stateless(EVENTS));
    }

    @ParameterizedTest
    @CsvSource({
        "Event, select Id from Event",
        "event, select Id from Event",
        "'Log, Event', select Id from Event",
        "City, 'select Id, Home.Name from Event'",
        "City, select Id from Event where Home.Name = 'Rome'"
    })
    void aQueryOnAForbiddenObjectIsIgnored(String forbidden, String query) {
        tenant.with(Setting.FORBIDDEN_OBJECTS, forbidden);
        JobView job = tenant.run(stateless(query, "select Id from RatePlan"));
        assertThat(job.status()).isEqualTo(Status.COMPLETED);
        assertThat(statuses(job)).containsExactly(Status.ABORTED, Status.COMPLETED);
        assertThat(job.batches().get(0).message().orElse("")).startsWith("The API user does not have permission");
        assertThat(job.batches().get(0).files()).isEmpty();
    }

    @Test
    void anIgnoredQueryCanBeReportedInOtherWays_andItsSessionStays() {
        tenant.with(Setting.FORBIDDEN_OBJECTS, "City").with(Setting.FORBIDDEN_QUERY, "completed");
        String town = "select Id, Home.Name from Event";
        JobView completed = tenant.run(stateful("", town, EVENTS));
        assertThat(statuses(completed)).containsOnly(Status.COMPLETED);
        assertThat(completed.batches().get(0).files()).isEmpty();
        tenant.with(Setting.FORBIDDEN_QUERY, "absent");
        assertThat(tenant.run(stateful("", town, EVENTS)).batches())
                .extracting(b -> b.query().query())
                .containsExactly(EVENTS);
        tenant.with(Setting.FORBIDDEN_OBJECTS, "");
        assertThat(tenant.run(stateful("", town, EVENTS)).batches())
                .extracting(Batch::full)
                .containsExactly(true, false);
    }

    @Test
    void fullLoadsOfSessionsComeInSegments_whereTheTenantHasThem() {
        tenant.insert("e3");
        tenant.with(Setting.SEGMENTATION, true).with(Setting.SEGMENT_RECORDS, 2);
        JobView job = tenant.run(stateful("", EVENTS, "select Id as Key from Event"));
        Batch full = job.batches().get(0);
        assertThat(full.segmented()).isTrue();
        assertThat(full.recordCount()).isEqualTo(3);
        assertThat(full.files()).hasSize(2).doesNotHaveDuplicates();
        assertThat(tenant.lines(full.files().get(0))).containsExactly("Event: ID", "e1", "e2");
        assertThat(tenant.lines(full.files().get(1))).containsExactly("Event: ID", "e3");
        assertThat(job.batches().get(1).segmented()).as("an alias").isFalse();
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).segmented())
                .as("an increment")
                .isFalse();
        assertThat(tenant.run(stateless(EVENTS)).batches().get(0).segmented())
                .as("no session")
                .isFalse();
    }

    @Test
    void evenASmallResultIsASegment_whereTheTenantHasThem() {
        tenant.with(Setting.SEGMENTATION, true);
        Batch batch = tenant.run(stateful("", "select Id from Event where Size = 7"))
                .batches()
                .get(0);
        assertThat(batch.segmented()).isTrue();
        assertThat(batch.recordCount()).isZero();
        assertThat(tenant.lines(batch.files().get(0))).containsExactly("Event: ID");
    }

    @Test
    void theStatementBehindEachFileIsLogged() {
        JobView job = tenant.run(stateful("", EVENTS, query("select Id from Event where Size = 1")));
        List<LoggedStatement> log = tenant.jobs().sqlLog(job.id());
        assertThat(log)
                .extracting(LoggedStatement::batchId)
                .containsExactlyElementsOf(job.batches().stream().map(Batch::id).toList());
        assertThat(log.get(1).sql()).contains("\"Event\"").contains("?");
        assertThat(log.get(1).parameters()).contains("1");
        assertThat(tenant.jobs().sqlLog("00000000000000000000000000000000")).isEmpty();
    }

    @Test
    void allJobsCanBeListed_lookingMovesNothing() {
        JobView done = tenant.run(stateless(EVENTS));
        JobView waiting = tenant.submit(stateful("", EVENTS));
        assertThat(tenant.jobs().list()).extracting(JobView::id).containsExactly(done.id(), waiting.id());
    }

    @Test
    void aResetForgetsJobsFilesAndSessions() throws IOException {
        tenant.run(stateful("", EVENTS));
        JobView running = tenant.submit(stateless(EVENTS));
        tenant.jobs().reset();
        tenant.work();
        assertThat(tenant.jobs().list()).isEmpty();
        assertThat(tenant.jobs().poll(running.id())).isEmpty();
        assertThat(onDisk()).isEmpty();
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).full()).isTrue();
    }

    private List<Path> onDisk() throws IOException {
        try (Stream<Path> files = Files.list(tenant.files.directory())) {
            return files.toList();
        }
    }

    private static List<Status> statuses(JobView job) {
        return job.batches().stream().map(Batch::status).toList();
    }
}
