package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.snapshot.StepDisk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that are foreseen of a run are those that it makes. */
class RequestEstimateTest extends RememberingFixture {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    @Override
    EmulatedTenant tenant() {
        return TENANT;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60, 170})
    void theRequests_areThoseThatTheRunMakes(int waits) throws Exception {
        Rig rig = rig(Rig.TWO).clockOfTheMachine(TENANT.time());
        Forecast forecast = rig.foreseen();
        Instant begun = TENANT.time().instant();
        if (waits > 0) {
            TENANT.emulator()
                    .misbehave(new Scenario.JobStatus("executing", Optional.empty()), Occasion.POLLS.next(waits));
        }

        rig.published();

        Duration job = Duration.between(begun, TENANT.time().instant());
        assertThat(forecast.requests().of(job)).isEqualTo(rig.recorded().size());
    }

    @Test
    void theRequestsOfASession_andUnderAKeyFromOutside_andOfARunThatGoesOn() throws Exception {
        sameRequests(rig(session("counted")).under("night"));
        rig(session("counted")).dies(StepDisk.diesAfter("submitted"));
        sameRequests(rig(session("counted")));
        rig(session("counted")).dies(StepDisk.diesAfter("intent"));
        sameRequests(rig(session("counted")));
    }

    @Test
    void theMostRequests_areThoseOfAJobThatIsNotWaitedForAnyLonger() throws Exception {
        Rig rig = rig("timeout: PT2H\n" + Rig.ACCOUNTS).clockOfTheMachine(TENANT.time());
        Forecast forecast = rig.foreseen();
        TENANT.emulator().misbehave(new Scenario.JobStatus("executing", Optional.empty()), Occasion.POLLS);

        assertThat(Outcomes.codes(rig.failed())).containsExactly("AQ608");
        assertThat(rig.recorded()).hasSize((int) forecast.requests().of(Duration.ofHours(3)));
        assertThat(forecast.requests().most())
                .isGreaterThanOrEqualTo(rig.recorded().size());
    }

    private void sameRequests(Rig rig) throws Exception {
        Forecast forecast = rig.foreseen();
        Instant begun = TENANT.time().instant();

        rig.published();

        Duration job = Duration.between(begun, TENANT.time().instant());
        assertThat(rig.recorded()).hasSize((int) forecast.requests().of(job));
    }
}
