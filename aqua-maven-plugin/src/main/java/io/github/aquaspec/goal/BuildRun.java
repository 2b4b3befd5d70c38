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
import io.github.aquaspec.run.JobOutcome;
import io.github.aquaspec.run.JobPlan;
import io.github.aquaspec.run.LocalTrouble;
import io.github.aquaspec.run.ManifestSet;
import io.github.aquaspec.run.RunListener;
import io.github.aquaspec.run.RunSettings;
import io.github.aquaspec.run.SnapshotRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Runs the manifests of a build against a service, receipts kept.
 *
 * @param outputDirectory where snapshots go
 * @param userAgent what the server sees in its log
 * @param redaction learns the secrets of the run
 */
record BuildRun(
        Path outputDirectory,
        String userAgent,
        Receipts receipts,
        RunListener progress,
        Redaction redaction,
        Pause pause) {

    List<JobOutcome> of(ManifestSet set, Service service, RunSettings settings) throws IOException {
        List<JobPlan> plans = set.manifests().stream()
                .map(manifest -> JobPlan.of(manifest, outputDirectory))
                .toList();
        for (JobPlan plan : plans) {
            receipts.running(plan);
        }
        Clock clock = Clock.systemUTC();
        Transport transport = new Transport(userAgent, TransportLimits.DEFAULT);
        RunListener listener = progress.and(new ReceiptOfEach(receipts));
        try (AquaClient client = new AquaClient(transport, service, RetryPolicy.DEFAULT, pause, clock, redaction)) {
            return new SnapshotRun(settings, client, listener, pause, clock).run(plans);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunRefusal.of(set, List.of(LocalTrouble.interrupted()));
        }
    }
}
