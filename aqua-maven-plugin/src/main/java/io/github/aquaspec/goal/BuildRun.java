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
import io.github.aquaspec.run.Planned;
import io.github.aquaspec.run.Planning;
import io.github.aquaspec.run.SnapshotRun;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.RunSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs the manifests of a build against a service, receipts kept.
 *
 * @param planning what the build says about where, and as of when
 * @param userAgent what the server sees in its log
 * @param redaction learns the secrets of the run
 * @param hook sees to the run when the build is stopped
 */
record BuildRun(
        Planning planning,
        String userAgent,
        Receipts receipts,
        RunListener progress,
        Redaction redaction,
        Pause pause,
        StopHook hook) {

    List<JobOutcome> of(ManifestSet set, Service service, RunSettings settings) throws IOException {
        RunListener listener = progress.and(new ReceiptOfEach(receipts));
        List<JobPlan> plans = new ArrayList<>();
        List<JobOutcome> outcomes = new ArrayList<>();
        for (Manifest manifest : set.manifests()) {
            Planned planned = planning.plan(manifest);
            if (planned instanceof Planned.Ready ready) {
                plans.add(ready.plan());
            } else if (planned instanceof Planned.Ended ended) {
                outcomes.add(ended.outcome());
                listener.on(new RunEvent.Ended(ended.outcome()));
            }
        }
        Clock clock = Clock.systemUTC();
        Transport transport = new Transport(userAgent, TransportLimits.DEFAULT, service.proxy());
        try (AquaClient client = new AquaClient(transport, service, RetryPolicy.DEFAULT, pause, clock, redaction)) {
            SnapshotRun run = new SnapshotRun(settings, client, listener, pause, clock);
            hook.watch(run);
            outcomes.addAll(run.run(plans));
            outcomes.sort(Comparator.comparing(JobOutcome::id));
            return outcomes;
        }
    }
}
