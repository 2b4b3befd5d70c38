package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateLock;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.model.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run begins when it holds its manifest, and not when it is planned. */
class HeldRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String WINDOW = """
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2000-01-01T00:00:00Z"}
            output: {layout: dated}
            queries:
              - name: Account
                apiVersion: "145.0"
                query: >-
                  select Id from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    private static final TargetIdentity EU =
            new TargetIdentity("eu", "rest.eu.zuora.com", Optional.empty(), Optional.empty());

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @Test
    void begins_onlyWhenTheManifestIsHeld() throws Exception {
        Rig rig = rig().manifest("a", Rig.ACCOUNTS);
        StateLock other = state().lock("another build");
        assertThat(Outcomes.codes(rig.failed())).containsExactly("AQ820");
        other.close();

        assertThat(rig.events()).hasOnlyElementsOfType(RunEvent.Ended.class);
        assertThat(rig.recorded()).isEmpty();

        rig.published();
        assertThat(rig.events().get(1)).isInstanceOf(RunEvent.Started.class);
    }

    @Test
    void isRefused_whileTheSameManifestRunsAtAnotherTarget() throws Exception {
        Rig other = rig().at(EU).manifest("a", Rig.ACCOUNTS);
        List<JobOutcome> refused = new ArrayList<>();
        JobOutcome.Published published = rig().manifest("a", Rig.ACCOUNTS)
                .whenVerified(() -> refused.addAll(outcomes(other)))
                .published();

        assertThat(refused).singleElement().satisfies(outcome -> {
            assertThat(Outcomes.codes(outcome)).containsExactly("AQ820");
            assertThat(outcome.diagnostics().get(0).message())
                    .contains(
                            output.resolve("a") + " is held",
                            "process " + ProcessHandle.current().pid());
            assertThat(((JobOutcome.Failed) outcome).retry()).isEqualTo(Retry.LATER);
        });
        assertThat(other.events()).hasOnlyElementsOfType(RunEvent.Ended.class);
        assertThat(SnapshotAudit.of(
                        Plans.manifestOf("a", Rig.ACCOUNTS),
                        new SnapshotPlace(output.resolve("a"), Output.Layout.REPLACE),
                        List.of(published.directory())))
                .allMatch(audit -> audit.diagnostics().isEmpty());
    }

    @Test
    void runs_onceTheSameManifestHasEndedAtAnotherTarget() throws Exception {
        JobOutcome.Published first = rig().at(EU).manifest("a", Rig.ACCOUNTS).published();
        JobOutcome.Published second = rig().manifest("a", Rig.ACCOUNTS).published();

        assertThat(second.jobId()).isNotEqualTo(first.jobId());
        assertThat(second.directory()).isEqualTo(first.directory());
    }

    @Test
    void isRefused_whileAnotherModulePublishesInTheSamePlace(@TempDir Path statesOfAnother) throws Exception {
        Rig other = new Rig(TENANT.emulator(), TENANT.time(), output)
                .remembering(statesOfAnother)
                .manifest("a", Rig.ACCOUNTS);
        List<JobOutcome> refused = new ArrayList<>();
        rig().manifest("a", Rig.ACCOUNTS)
                .whenStarted(() -> refused.addAll(outcomes(other)))
                .published();

        assertThat(Outcomes.codes(refused.get(0))).containsExactly("AQ820");
        other.published();
    }

    private static List<JobOutcome> outcomes(Rig rig) throws IOException {
        try {
            return rig.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void submitsNothing_whenAnotherHasPublishedItsWindow_beforeItHeldTheManifest() throws Exception {
        Path other = states.resolve("other");
        new Rig(TENANT.emulator(), TENANT.time(), output.resolve("other"))
                .remembering(other)
                .manifest("a", WINDOW)
                .published();
        Rig rig = rig().manifest("a", WINDOW);
        rig.whenStarted(() -> {
            Files.createDirectories(state().path());
            Files.copy(other.resolve("emulator/a/window.json"), state().path().resolve("window.json"));
        });

        JobOutcome.Failed failed = (JobOutcome.Failed) rig.run().get(0);

        assertThat(Outcomes.codes(failed)).containsExactly("AQ812");
        assertThat(failed.retry()).isEqualTo(Retry.NOW);
        assertThat(rig.requests("POST /v1/batch-query")).isEmpty();
        assertThat(rig.requests("POST /oauth")).isEmpty();
    }

    @Test
    void sendsNothing_whenWhoeverListensCannotWriteDownThatItBegins() throws Exception {
        Rig rig = rig().manifest("a", Rig.ACCOUNTS).whenStarted(() -> {
            throw new UncheckedIOException(new IOException("the disk is full"));
        });

        JobOutcome.Failed failed = rig.failed();

        assertThat(Outcomes.codes(failed)).containsExactly("AQ801");
        assertThat(failed.diagnostics().get(0).message()).contains("the disk is full");
        assertThat(failed.diagnostics().get(0).fix().orElseThrow()).contains("-Daqua.reportDirectory");
        assertThat(rig.recorded()).isEmpty();
    }

    private Rig rig() {
        return new Rig(TENANT.emulator(), TENANT.time(), output).remembering(states);
    }

    private StateDirectory state() {
        return StateDirectory.of(states, Rig.EMULATOR, "a");
    }
}
