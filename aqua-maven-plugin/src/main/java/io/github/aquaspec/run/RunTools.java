package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Pause;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.snapshot.Disk;
import java.time.Clock;

/**
 * What the steps of a run work with.
 *
 * @param client talks to Zuora
 * @param settings how the run goes about it
 * @param listener is told what happens
 * @param pause lets time pass
 * @param clock ours
 * @param disk where snapshots are written
 */
record RunTools(AquaClient client, RunSettings settings, RunListener listener, Pause pause, Clock clock, Disk disk) {

    /** The same for one manifest: its requests are told as its own. */
    RunTools of(ManifestId id) {
        return new RunTools(client.telling(new ToldRequests(id, listener)), settings, listener, pause, clock, disk);
    }

    SessionGuard guard() {
        return new SessionGuard(client, settings.zone(), settings.heals());
    }

    ServerNow serverNow() {
        return new ServerNow(client, clock);
    }
}
