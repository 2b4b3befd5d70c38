package io.github.aquaspec.goal;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.report.ReceiptOfEach;
import io.github.aquaspec.report.Receipts;
import io.github.aquaspec.run.JobCollection;
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.SnapshotRun;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.failure.LocalTrouble;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Collects a job that a service has already, receipts kept.
 *
 * @param outputDirectory the folder of all snapshots
 * @param memory where it is remembered what was published
 * @param userAgent what the server sees in its log
 * @param redaction learns the secrets of the run
 * @param hook sees to the run when the build is stopped
 */
record BuildFetch(
        Path outputDirectory,
        Planning.Memory memory,
        String userAgent,
        Receipts receipts,
        RunListener progress,
        Redaction redaction,
        Pause pause,
        StopHook hook) {

    JobOutcome of(Optional<Manifest> into, String jobId, Service service, RunSettings settings) throws IOException {
        Clock clock = Clock.systemUTC();
        Transport transport = new Transport(userAgent, TransportLimits.DEFAULT, service.proxy());
        RunListener listener = progress.and(new ReceiptOfEach(receipts));
        try (AquaClient client = new AquaClient(transport, service, RetryPolicy.DEFAULT, pause, clock, redaction)) {
            SnapshotRun run = new SnapshotRun(settings, client, listener, pause, clock);
            hook.watch(run);
            JobCollection collection = new JobCollection(client, outputDirectory, memory, listener);
            Planned planned = into.isPresent() ? collection.into(into.get(), jobId) : collection.alone(jobId);
            if (planned instanceof Planned.Ended ended) {
                listener.on(new RunEvent.Ended(ended.outcome()));
                return ended.outcome();
            }
            return run.collect(((Planned.Ready) planned).plan(), jobId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new JobOutcome.Failed(
                    into.map(Manifest::id).orElse(ManifestId.ofJob(jobId)),
                    Optional.of(jobId),
                    List.of(LocalTrouble.interrupted()),
                    Retry.NOW);
        }
    }
}
