package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import io.github.aquaspec.snapshot.StepDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a submission is lost, and the session tells only of its last job: that of another manifest. */
class SharedSessionTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config.withDataCentreZone(ZoneOffset.UTC));

    private static final String SESSION = """
            version: "1.1"
            partner: gooddata
            project: shared-%s
            useQueryLabels: true
            dateTimeUtc: true
            queries:
              - {name: %s, type: zoqlexport, apiVersion: "145.0", query: select Id from %2$s}
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @Test
    void submitsNothing_whenTheOtherJobBeganAfterTheLostOneWasSent() throws Exception {
        accounts("after").published();
        contacts("after").published();
        TENANT.pass(Duration.ofHours(1));
        dies(accounts("after"), StepDisk.diesBefore("submitted"));
        TENANT.pass(Duration.ofHours(24));
        assertThat(Outcomes.codes(contacts("after").failed())).containsExactly("AQ621");
        String other = contacts("after").heals().published().jobId();

        Rig rig = accounts("after");
        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ631");
        assertThat(failed.diagnostics().get(0).message())
                .contains("its answer was lost", "job " + other + " of manifest contacts");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("-Daqua.heal");
        assertThat(rig.requests("POST /v1/batch-query")).isEmpty();

        assertThat(accounts("after").heals().run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void submitsAnother_whenTheOtherJobBeganBeforeIt() throws Exception {
        accounts("before").published();
        contacts("before").published();
        TENANT.pass(Duration.ofHours(1));
        dies(accounts("before"), StepDisk.diesAfter("intent"));
        TENANT.pass(Duration.ofHours(24));

        assertThat(accounts("before").run().get(0)).isInstanceOf(JobOutcome.Published.class);
    }

    private Rig accounts(String project) {
        return rig("accounts", SESSION.formatted(project, "Account"));
    }

    private Rig contacts(String project) {
        return rig("contacts", SESSION.formatted(project, "Contact"));
    }

    private Rig rig(String id, String manifest) {
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .remembering(states)
                .manifest(id, manifest);
    }

    private static void dies(Rig rig, Disk disk) {
        assertThatThrownBy(rig.on(disk)::run).isInstanceOf(FaultyDisk.Death.class);
    }
}
