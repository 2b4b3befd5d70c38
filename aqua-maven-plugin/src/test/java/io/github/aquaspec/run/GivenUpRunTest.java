package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job that Zuora took and gave up: its answer has an error code, as that of a refusal has, and an id, as none has. */
class GivenUpRunTest {

    private static final String SLOW = """
            version: "1.0"
            timeout: PT2H
            queries:
              - {name: A, type: zoqlexport, apiVersion: "145.0", query: select Id from Account}
            """;

    @RegisterExtension
    static final EmulatedTenant TENANT =
            new EmulatedTenant(config -> config.with(Setting.QUERY_SECONDS, 600).with(Setting.MAX_JOB_SECONDS, 60));

    @TempDir
    private Path output;

    private Rig rig;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(TENANT.emulator(), TENANT.time(), output);
    }

    @Test
    void says_thatTheJobWasGivenUp_andWhy() throws Exception {
        JobOutcome.Failed failed = rig.manifest("a", SLOW).failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ607");
        assertThat(failed.diagnostics().get(0).why()).contains("exceeded maximum time limit in Processing status");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("make its queries smaller");
        assertThat(failed.jobId()).isPresent();
        assertThat(failed.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void submitsAnother_nextTime() throws Exception {
        rig.manifest("a", SLOW).failed();

        TENANT.emulator().settings().set(Setting.QUERY_SECONDS, 0);
        rig.manifest("a", SLOW).published();

        assertThat(TENANT.jobs()).hasSize(2);
        TENANT.emulator().settings().set(Setting.QUERY_SECONDS, 600);
    }
}
