package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.scenario.Occasion;
import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.run.event.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session has no second job while nobody knows what became of the first: it would leave the changes of that one out. */
class DoubledJobTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private final AquaEmulator emulator = TENANT.emulator();
    private static final String SESSION = """
            version: "1.1"
            partner: gooddata
            project: doubled%s
            useQueryLabels: true
            dateTimeUtc: true
            queries:
              - {name: Account, type: zoqlexport, apiVersion: "145.0", query: select Id from Account}
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @ParameterizedTest
    @ValueSource(ints = {200, 408, 409, 500, 502, 504})
    void staysWithItsKey_whenTheSameAnswerComesTwice_andIsNoRefusal(int status) throws Exception {
        emulator.misbehave(
                new Scenario.Respond(status, Map.of("Zuora-Request-Id", "the-same"), "{}", true),
                Occasion.SUBMISSIONS.next(3));

        JobOutcome outcome = rig(SESSION.formatted(status)).run().get(0);

        assertThat(TENANT.jobs()).hasSize(1);
        assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void takesAnotherKey_whenARefusalIsKept_howeverItComesBack() throws Exception {
        emulator.settings().set("replayStatus", "409");
        emulator.settings().set("maxConcurrentJobs", "0");
        try {
            Rig rig = rig(SESSION.formatted("refused"))
                    .whenPaused(() -> emulator.settings().set("maxConcurrentJobs", "50"));

            assertThat(rig.run().get(0)).isInstanceOf(JobOutcome.Published.class);
            assertThat(TENANT.jobs()).hasSize(1);
        } finally {
            emulator.settings().set("replayStatus", "original");
            emulator.settings().set("maxConcurrentJobs", "50");
        }
    }

    @Test
    void getsOver_aKeptRefusalThatAsksForAWaitBeyondItsPatience() throws Exception {
        emulator.misbehave(
                new Scenario.Respond(429, Map.of("Zuora-Request-Id", "kept", "Retry-After", "1800"), "{}", false),
                Occasion.SUBMISSIONS.next(1));
        assertThat(Outcomes.codes(rig(SESSION.formatted("patient")).failed())).containsExactly("AQ613");
        TENANT.pass(Duration.ofMinutes(31));
        emulator.misbehave(
                new Scenario.Respond(429, Map.of("Zuora-Request-Id", "kept", "Retry-After", "1800"), "{}", false),
                Occasion.SUBMISSIONS.next(2));

        assertThat(rig(SESSION.formatted("patient")).run().get(0)).isInstanceOf(JobOutcome.Published.class);
        assertThat(TENANT.jobs()).hasSize(1);
    }

    private Rig rig(String manifest) {
        return new Rig(emulator, TENANT.time(), output).remembering(states).manifest("a", manifest);
    }
}
