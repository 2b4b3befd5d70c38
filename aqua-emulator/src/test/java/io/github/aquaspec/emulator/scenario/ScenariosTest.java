package io.github.aquaspec.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenariosTest {

    private final Scenarios scenarios = new Scenarios();

    @Test
    void holdsNobody_whoWaitsForWhatWasTakenBackMeanwhile() throws Exception {
        scenarios.add(new Scenario.HoldRequest(), Occasion.SUBMISSIONS);
        long before = scenarios.cleared();
        assertThat(scenarios.take("POST", "/v1/batch-query/")).hasSize(1);

        scenarios.clear();

        scenarios.awaitClear(before); // else it hangs
        assertThat(scenarios.cleared()).isGreaterThan(before);
    }
}
