package io.github.aquaspec.readers;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.JobOutcome;
import io.github.aquaspec.run.Manifest;
import io.github.aquaspec.run.ManifestId;
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.Polling;
import io.github.aquaspec.run.RunSettings;
import io.github.aquaspec.run.SnapshotRun;
import io.github.aquaspec.run.Strictness;
import io.github.aquaspec.run.WindowChoice;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the plugin publish snapshots, as its goal does. */
record Publishing(URI tenant, Path folder) {

    /** Runs a manifest. */
    Snapshot publish(String id, String manifest) throws Exception {
        Path output = folder.resolve("out");
        TargetIdentity target = new TargetIdentity("tenant", "127.0.0.1", Optional.empty(), Optional.empty());
        Planning planning = new Planning(
                output,
                Optional.of(new Planning.Memory(folder.resolve("states"), target)),
                WindowChoice.NEXT,
                Instant.now());
        String file = "specs/" + id + ".yaml";
        Planned planned =
                planning.plan(new Manifest(new ManifestId(id), Path.of(file), JobSpecs.parse(file, manifest)));
        Service service = new Service(tenant, new Credential.ClientCredentials("me", Secret.of("a-secret")), Map.of());
        RunSettings settings = new RunSettings(
                new Polling(Optional.of(Duration.ofMillis(20))),
                1,
                1,
                Optional.of(ZoneOffset.UTC),
                Strictness.ERRORS_STOP,
                false,
                Optional.empty(),
                false,
                false,
                Optional.empty());
        Clock clock = Clock.systemUTC();
        try (AquaClient client = new AquaClient(
                new Transport("test", TransportLimits.DEFAULT),
                service,
                RetryPolicy.DEFAULT,
                Pause.REAL,
                clock,
                new Redaction())) {
            JobOutcome outcome = new SnapshotRun(settings, client, event -> {}, Pause.REAL, clock)
                    .run(List.of(((Planned.Ready) planned).plan()))
                    .get(0);
            if (outcome instanceof JobOutcome.Published published && !outcome.isFailed()) {
                return Snapshot.of(published.directory());
            }
            throw new AssertionError(
                    outcome.diagnostics().stream().map(TextRenderer::render).toList());
        }
    }
}
