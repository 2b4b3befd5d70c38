package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.SIZES;
import static io.github.aquaspec.emulator.job.Tenant.query;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left when an emulator ends without a word, and another begins over the same records. */
class RestartTest {

    @RegisterExtension
    final Tenant tenant = new Tenant();

    @BeforeEach
    void insert() {
        tenant.insert("e1");
    }

    @Test
    void endedJobsAndTheirFilesAreStillThere() {
        JobView job = tenant.run("""
                {"version":"1.1","partner":"acme","project":"shop","name":"nightly","format":"csv","offset":0,
                 "useQueryLabels":true,"dateTimeUtc":"true","nullReplacement":"none","notifyUrl":"http://localhost/x",
                 "incrementalTime":"2026-07-01 00:00:00","useLastCompletedJobQueries":true,
                 "queries":[{"name":"events","query":"select Id from Event where Size = 1","apiVersion":"88.0",
                   "convertToCurrencies":"EUR","deleted":{"column":"Gone","format":"Numeric","forceExport":true}}]}
                """);
        JobView aborted = tenant.run(stateless(EVENTS, "select * from Silent", SIZES));
        var statements = tenant.jobs().sqlLog(job.id());
        tenant.restart();
        assertThat(tenant.poll(job)).isEqualTo(job);
        assertThat(tenant.poll(aborted)).isEqualTo(aborted);
        assertThat(tenant.lines(job, 0)).containsExactly("Event.Gone,Event.Id", "0,e1");
        assertThat(tenant.jobs().sqlLog(job.id())).isEqualTo(statements).isNotEmpty();
        assertThat(tenant.jobs().lastCompleted("acme", "shop")).hasValue(job);
    }

    @Test
    void aJobThatWasTooLongStillSaysWhy() {
        tenant.with(Setting.QUERY_SECONDS, 60).with(Setting.MAX_JOB_SECONDS, 1);
        JobView job = tenant.submit(stateless(EVENTS));
        tenant.work();
        tenant.passes(Duration.ofSeconds(2));
        JobView error = tenant.poll(job);
        tenant.restart();
        assertThat(tenant.poll(job)).isEqualTo(error);
        assertThat(error.problem()).isPresent();
    }

    @Test
    void sessionsGoOnWhereTheyWere() {
        tenant.run(stateful("", query(EVENTS, "\"deleted\":{\"column\":\"Gone\"}"), SIZES));
        tenant.insert("e2");
        tenant.restart();
        JobView next = tenant.run(stateful(""));
        assertThat(next.batches()).extracting(JobView.Batch::full).containsExactly(false, false);
        assertThat(tenant.rows(next, 1)).containsExactly("e2,1");
    }

    @Test
    void aSessionsSilenceIsCountedOn() {
        tenant.run(stateful("", EVENTS));
        tenant.passes(Duration.ofDays(181));
        tenant.restart();
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).full()).isTrue();
    }

    @Test
    void jobsThatWereUnderWayAreRunAnew_inTheirOrder() throws IOException {
        tenant.with(Setting.QUERY_SECONDS, 60);
        JobView running = tenant.submit(stateful("", EVENTS));
        JobView waiting = tenant.submit(stateful("", EVENTS));
        tenant.work();
        Path written = tenant.onDisk().get(0);
        tenant.with(Setting.QUERY_SECONDS, 0);
        tenant.restart();
        assertThat(written).as("nobody will ever ask for it").doesNotExist();
        tenant.work();
        tenant.work();
        assertThat(tenant.poll(running).status()).isEqualTo(Status.COMPLETED);
        assertThat(tenant.rows(tenant.poll(running), 0)).containsExactly("e1");
        assertThat(tenant.poll(waiting).status()).isEqualTo(Status.COMPLETED);
        assertThat(tenant.poll(waiting).batches().get(0).full()).isFalse();
    }

    @Test
    void whatWasForgottenStaysForgotten() {
        JobView old = tenant.run(stateful("", EVENTS));
        tenant.jobs().reset();
        tenant.restart();
        assertThat(tenant.jobs().poll(old.id())).isEmpty();
        assertThat(tenant.run(stateful("", EVENTS)).batches().get(0).full()).isTrue();
        JobView other = tenant.run(stateless(EVENTS));
        tenant.passes(Duration.ofDays(180));
        tenant.jobs().settle();
        tenant.restart();
        assertThat(tenant.jobs().poll(other.id())).isEmpty();
    }
}
