package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.plan.RunSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Collects a job into its manifest, as a process: as another user would, on another machine. */
final class CollectedRun {

    private CollectedRun() {}

    /** Arguments: the server, the job, the manifest and a folder of its own. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[3]);
        Clock clock = Clock.systemUTC();
        Service service = new Service(
                URI.create(args[0]), new Credential.ClientCredentials("me", Secret.of("a-secret")), Map.of());
        try (AquaClient client = new AquaClient(
                new Transport("test", TransportLimits.DEFAULT),
                service,
                RetryPolicy.DEFAULT,
                Pause.REAL,
                clock,
                new Redaction())) {
            Planned planned = new JobCollection(
                            client,
                            folder.resolve("out"),
                            new Planning.Memory(folder.resolve("states"), Rig.EMULATOR),
                            event -> {})
                    .into(Plans.manifestOf("a", Files.readString(Path.of(args[2]))), args[1]);
            RunSettings settings =
                    new Settings().pollingEvery(Duration.ofMillis(10)).asTheyAre();
            JobOutcome outcome = new SnapshotRun(settings, client, event -> {}, Pause.REAL, clock)
                    .collect(((Planned.Ready) planned).plan(), args[1]);
            System.out.println(outcome);
            System.exit(outcome instanceof JobOutcome.Published ? 0 : 1);
        }
    }
}
