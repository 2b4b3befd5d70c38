package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.SIZES;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static io.github.aquaspec.emulator.job.Tenant.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a job may take, and how many may be under way. */
class JobLimitsTest {

    @RegisterExtension
    final Tenant tenant = Tenant.withTwoEvents();

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
}
