package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.SIZES;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static io.github.aquaspec.emulator.job.Tenant.stateless;
import static io.github.aquaspec.emulator.job.Tenant.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.setting.Setting;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be cancelled, and what is left of it. */
class CancelledJobTest {

    @RegisterExtension
    final Tenant tenant = Tenant.withTwoEvents();

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
        assertThat(tenant.onDisk()).as("no file of the others is left").hasSize(1);
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
}
