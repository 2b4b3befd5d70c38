package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.StateLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
