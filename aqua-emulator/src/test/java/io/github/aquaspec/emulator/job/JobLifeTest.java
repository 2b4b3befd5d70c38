package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.FAILING;
import static io.github.aquaspec.emulator.job.Tenant.SIZES;
import static io.github.aquaspec.emulator.job.Tenant.query;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static io.github.aquaspec.emulator.job.Tenant.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the submission to the day on which nobody remembers a job. */
class JobLifeTest {

    @RegisterExtension
    final Tenant tenant = Tenant.withTwoEvents();

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
    void itsRecordsAreThere_whenItsSubmissionIsAnswered_andNoOthers() {
        List<String> looks = tenant.looks();
        tenant.submit(stateless(EVENTS));
        assertThat(looks).containsExactly("Event");
        tenant.refused(stateless("what is this"));
        assertThat(looks).hasSize(1);
    }

    @Test
    void aJobWhoseRecordsCanNotBeReadEnds() {
        JobView job = tenant.submit(stateless(EVENTS));
        tenant.breaks();
        tenant.work();
        assertThat(tenant.poll(job).status()).isEqualTo(Status.ABORTED);
        assertThat(tenant.poll(job).batches().get(0).message()).hasValue("no room for the records: disk full");
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
        List<Path> written = tenant.onDisk();
        assertThat(written).hasSize(1);
        String id = written.get(0).getFileName().toString();
        assertThat(tenant.jobs().file(id)).isEmpty();
        tenant.passes(Duration.ofSeconds(60));
        assertThat(tenant.jobs().file(id)).isPresent();
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
        assertThat(tenant.onDisk()).isEmpty();
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
        String file = tenant.run(stateful("", EVENTS)).batches().get(0).files().get(0);
        JobView running = tenant.submit(stateless(EVENTS));
        tenant.jobs().reset();
        assertThat(tenant.jobs().file(file)).isEmpty();
        tenant.work();
        assertThat(tenant.jobs().list()).isEmpty();
        assertThat(tenant.jobs().poll(running.id())).isEmpty();
        assertThat(tenant.onDisk()).isEmpty();
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).full()).isTrue();
    }
}
