package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.FAILING;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs of a pair of partner and project: one runs after another, and one is the last that completed. */
class JobOrderTest {

    @RegisterExtension
    final Tenant tenant = Tenant.withTwoEvents();

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
}
