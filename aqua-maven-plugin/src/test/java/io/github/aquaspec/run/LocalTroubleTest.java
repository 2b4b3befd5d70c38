package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.ScriptedServer;
import io.github.aquaspec.client.ScriptedServer.Answer;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.Retry;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTroubleTest {

    @TempDir
    private Path output;

    @TempDir
    private Path states;

    @Test
    void tells_aFileInTheWay_andLeavesIt() throws Exception {
        Files.writeString(output.resolve("a"), "not ours");
        try (AquaEmulator emulator = AquaEmulator.start()) {
            JobOutcome.Failed failed = new Rig(emulator, new VirtualTime(), output)
                    .manifest("a/b", Rig.ACCOUNTS)
                    .failed();

            assertThat(Outcomes.codes(failed)).containsExactly("AQ801");
        }
        assertThat(output.resolve("a")).hasContent("not ours");
    }

    @Test
    void tells_thatTheBuildWasStopped_andKeepsTheJobsName() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(Answer.json(200, "{\"id\":\"j\",\"status\":\"submitted\",\"batches\":[]}"));
            Pause stopped = duration -> {
                throw new InterruptedException();
            };
            VirtualTime time = new VirtualTime();
            Service service = new Service(server.url(), new Credential.BearerToken(Secret.of("a-token")), Map.of());
            try (AquaClient client = new AquaClient(
                    new Transport("test", TransportLimits.DEFAULT),
                    service,
                    RetryPolicy.DEFAULT,
                    stopped,
                    time,
                    new Redaction())) {
                List<JobOutcome> outcomes = new SnapshotRun(
                                new Settings().asTheyAre(), client, event -> {}, stopped, time)
                        .run(List.of(Plans.runnable("a", Rig.ACCOUNTS, output)));

                assertThat(outcomes).singleElement().isInstanceOfSatisfying(JobOutcome.Failed.class, failed -> {
                    assertThat(Outcomes.codes(failed)).containsExactly("AQ803");
                    assertThat(failed.jobId()).contains("j");
                    assertThat(failed.retry()).isEqualTo(Retry.NOW);
                });
            }
        }
    }

    @Test
    void tells_thatMemoryRanOut_andTheNextRunGoesOnWithTheSameJob() throws Exception {
        Meanwhile full = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        try (AquaEmulator emulator = AquaEmulator.start()) {
            Supplier<Rig> rigs = () -> new Rig(emulator, new VirtualTime(), output)
                    .remembering(states)
                    .manifest("a", Rig.ACCOUNTS);
            JobOutcome.Failed waiting = rigs.get().whenCompleted(full).failed();
            JobOutcome.Failed downloading = rigs.get().whenVerified(full).failed();

            assertThat(List.of(waiting, downloading)).allSatisfy(failed -> {
                assertThat(Outcomes.codes(failed)).containsExactly("AQ804");
                assertThat(failed.retry()).isEqualTo(Retry.LATER);
            });
            assertThat(rigs.get().published().jobId())
                    .isEqualTo(waiting.jobId().orElseThrow())
                    .isEqualTo(downloading.jobId().orElseThrow());
        }
    }

    @Test
    void names_thePlace_theReason_andTheWayOut() {
        Path place = Path.of("target", "aqua");

        assertThat(LocalTrouble.diagnostic(new FileSystemException("x.csv", null, "No space left on device"), place))
                .satisfies(d -> assertThat(d.message()).isEqualTo("cannot write x.csv: No space left on device"))
                .satisfies(d -> assertThat(d.fix().orElseThrow()).startsWith("check the disk"));
        assertThat(LocalTrouble.diagnostic(new AccessDeniedException("x.csv"), place))
                .satisfies(d -> assertThat(d.message()).isEqualTo("cannot write x.csv"))
                .satisfies(d -> assertThat(d.fix().orElseThrow()).startsWith("give this user write access"));
        assertThat(LocalTrouble.diagnostic(new IOException("broken"), place).message())
                .isEqualTo("cannot write " + place + ": broken");
    }
}
