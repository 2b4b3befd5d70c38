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
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole run as a build makes it, with nothing but its disk in a test's hands: a window of two queries, published in the
 * place of the one before. It can be a process of its own, so that a kill is a kill.
 *
 * @param url of the server
 * @param folder holds the output and the states
 */
record GoldenRun(URI url, Path folder) {

    static final Instant MIDDLE = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final TargetIdentity TARGET =
            new TargetIdentity("tenant", "127.0.0.1", Optional.empty(), Optional.empty());
    private static final String MANIFEST = """
            version: "1.0"
            useQueryLabels: true
            dateTimeUtc: true
            window: {initial: "2024-01-01T00:00:00Z", lag: PT0S}
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id, Name from Account where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
              - name: Contact
                type: zoqlexport
                apiVersion: "145.0"
                query: >-
                  select Id from Contact where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}
            """;

    /** Arguments: the server, the folder, and at the how-manieth change of the disk the process ends. */
    public static void main(String[] args) throws Exception {
        Disk disk = new FaultyDisk(FaultyDisk.Fault.HALTS, Integer.parseInt(args[2]));
        JobOutcome outcome = new GoldenRun(URI.create(args[0]), Path.of(args[1])).upTo(END, disk);
        System.exit(outcome instanceof JobOutcome.Published && !outcome.isFailed() ? 0 : 1);
    }

    JobOutcome upTo(Instant end, Disk disk) throws IOException, InterruptedException {
        return upTo(end, disk, RetryPolicy.DEFAULT, Pause.REAL);
    }

    JobOutcome upTo(Instant end, Disk disk, RetryPolicy retry, Pause pause) throws IOException, InterruptedException {
        Planning planning = new Planning(
                output(),
                Optional.of(new Planning.Memory(states(), TARGET, disk)),
                new WindowChoice(Optional.of(end), Optional.empty()),
                end);
        Planned planned = planning.plan(Plans.manifestOf("a", MANIFEST));
        if (planned instanceof Planned.Ended ended) {
            return ended.outcome();
        }
        Service service = new Service(url, new Credential.ClientCredentials("me", Secret.of("a-secret")), Map.of());
        Transport transport = new Transport("test", TransportLimits.DEFAULT);
        RunSettings settings = new Settings().pollingEvery(Duration.ZERO).asTheyAre();
        Clock clock = Clock.systemUTC();
        try (AquaClient client = new AquaClient(transport, service, retry, pause, clock, new Redaction())) {
            return new SnapshotRun(settings, client, event -> {}, pause, clock, disk)
                    .run(List.of(((Planned.Ready) planned).plan()))
                    .get(0);
        }
    }

    Path output() {
        return folder.resolve("out");
    }

    Path states() {
        return folder.resolve("states");
    }

    StateDirectory state() {
        return StateDirectory.of(states(), TARGET, "a");
    }
}
