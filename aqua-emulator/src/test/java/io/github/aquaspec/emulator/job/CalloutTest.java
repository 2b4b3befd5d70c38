package io.github.aquaspec.emulator.job;

import static io.github.aquaspec.emulator.job.Tenant.EVENTS;
import static io.github.aquaspec.emulator.job.Tenant.stateful;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.setting.Setting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is called when a job ends. */
class CalloutTest {

    private static final String NOTIFY =
            "\"notifyUrl\":\"http://localhost/done?job=${JOBID}&state=${STATUS}&${OTHER}\"";

    @RegisterExtension
    final Tenant tenant = new Tenant();

    @Test
    void aCompletedJobCallsItsAddressOnce_withItsIdAndStatus() {
        JobView job = tenant.submit(stateful(NOTIFY, EVENTS));
        assertThat(tenant.called).isEmpty();
        tenant.work();
        tenant.poll(job);
        tenant.work();
        assertThat(tenant.called)
                .containsExactly("http://localhost/done?job=" + job.id() + "&state=Completed&${OTHER}");
    }

    @Test
    void nobodyIsCalledBeforeTheJobIsSeenToBeOver() {
        tenant.with(Setting.QUERY_SECONDS, 60);
        tenant.submit(stateful(NOTIFY, EVENTS));
        tenant.work();
        assertThat(tenant.called).isEmpty();
        tenant.passes(Duration.ofSeconds(60));
        tenant.jobs().settle();
        tenant.work();
        assertThat(tenant.called).hasSize(1);
    }

    @Test
    void anAddressWithoutPlaceholdersIsCalledAsItIs_noneIsNotCalled() {
        tenant.run(stateful("\"notifyUrl\":\"http://localhost/done\"", EVENTS));
        tenant.run(stateful("", EVENTS));
        tenant.work();
        assertThat(tenant.called).containsExactly("http://localhost/done");
    }

    @Test
    void aCalloutOfTheTenantsOwnTakesItsPlace() {
        tenant.with(Setting.UI_CALLOUT, true);
        tenant.run(stateful(NOTIFY, EVENTS));
        tenant.work();
        assertThat(tenant.called).isEmpty();
    }

    @Test
    void aJobThatFailsCallsNobody_unlessTheSettingSaysSo() {
        tenant.run(stateful(NOTIFY, "select * from Silent"));
        tenant.work();
        assertThat(tenant.called).isEmpty();
        tenant.with(Setting.CALLOUT_ON, "ended");
        JobView failed = tenant.run(stateful(NOTIFY, "select * from Silent"));
        tenant.jobs().cancel(tenant.submit(stateful(NOTIFY, EVENTS)).id());
        tenant.work();
        assertThat(tenant.called).hasSize(2);
        assertThat(tenant.called.get(0)).contains(failed.id()).contains("state=Aborted");
        assertThat(tenant.called.get(1)).contains("state=Cancelled");
    }
}
