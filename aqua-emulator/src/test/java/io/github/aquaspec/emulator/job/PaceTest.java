package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.SIZES;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static io.github.aquaspec.emulator.job.Tenant.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What clients see of jobs whose work is done at once. */
class PaceTest {

    @Test
    void byPollsAJobIsSubmittedFirst_thenBatchAfterBatch_thenOver() {
        try (Tenant tenant = new Tenant(new Pace.Polls(4))) {
            JobView job = tenant.submit(stateless(EVENTS, SIZES));
            tenant.work();
            assertThat(tenant.poll(job)).isEqualTo(job);
            assertThat(statuses(tenant.poll(job))).containsExactly(Status.EXECUTING, Status.PENDING);
            assertThat(statuses(tenant.poll(job))).containsExactly(Status.COMPLETED, Status.EXECUTING);
            assertThat(tenant.poll(job).status()).isEqualTo(Status.EXECUTING);
            assertThat(tenant.poll(job).status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void byPollsNoWorkIsShownThatIsNotDone() {
        try (Tenant tenant = new Tenant(new Pace.Polls(1))) {
            JobView job = tenant.submit(stateless(EVENTS));
            for (int i = 0; i < 5; i++) {
                assertThat(tenant.poll(job).status()).isEqualTo(Status.SUBMITTED);
            }
            tenant.work();
            assertThat(tenant.poll(job).status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void whoAsksForAWaitingJobMovesTheOneBeforeIt() {
        try (Tenant tenant = new Tenant(new Pace.Polls(2))) {
            JobView first = tenant.submit(stateful("", EVENTS));
            JobView second = tenant.submit(stateful("", EVENTS));
            tenant.work();
            for (int i = 0; i < 3; i++) {
                assertThat(tenant.poll(second).status()).isEqualTo(Status.SUBMITTED);
            }
            assertThat(tenant.jobs().list().get(0).status()).isEqualTo(Status.COMPLETED);
            assertThat(tenant.jobs().list().get(0).id()).isEqualTo(first.id());
            tenant.work();
            assertThat(tenant.poll(second).status()).isEqualTo(Status.SUBMITTED);
            assertThat(tenant.poll(second).status()).isEqualTo(Status.EXECUTING);
            assertThat(tenant.poll(second).status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void byDelayAJobIsOverWhenTheClockSaysSo() {
        try (Tenant tenant = new Tenant(new Pace.Delay(Duration.ofMinutes(10)))) {
            JobView job = tenant.submit(stateless(EVENTS, SIZES));
            tenant.work();
            assertThat(statuses(tenant.poll(job))).containsExactly(Status.EXECUTING, Status.PENDING);
            tenant.passes(Duration.ofMinutes(5));
            assertThat(statuses(tenant.poll(job))).containsExactly(Status.COMPLETED, Status.EXECUTING);
            tenant.passes(Duration.ofMinutes(5));
            assertThat(tenant.poll(job).status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void aJobThatClientsSeeRunningCanBeCancelled() {
        try (Tenant tenant = new Tenant(new Pace.Polls(3))) {
            JobView job = tenant.submit(stateful("", EVENTS));
            tenant.work();
            tenant.poll(job);
            assertThat(tenant.jobs().lastCompleted("acme", "shop")).isEmpty();
            assertThat(tenant.jobs().cancel(job.id()).orElseThrow().status()).isEqualTo(Status.CANCELLED);
            assertThat(tenant.poll(job).status()).isEqualTo(Status.CANCELLED);
        }
    }
}
