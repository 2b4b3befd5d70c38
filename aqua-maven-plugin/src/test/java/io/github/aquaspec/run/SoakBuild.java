package io.github.aquaspec.run;

import io.github.aquaspec.client.AquaClient;
import io.github.aquaspec.client.Credential;
import io.github.aquaspec.client.Service;
import io.github.aquaspec.client.VirtualTime;
import io.github.aquaspec.http.Redaction;
import io.github.aquaspec.http.RetryPolicy;
import io.github.aquaspec.http.Secret;
import io.github.aquaspec.http.Transport;
import io.github.aquaspec.http.TransportLimits;
import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.plan.RunSettings;
import io.github.aquaspec.run.plan.WindowChoice;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.run.state.TargetIdentity;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.FaultyDisk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One build of one manifest, as the goal makes it, in virtual time.
 *
 * @param url of the server
 * @param folder holds the output and the states
 * @param time passes when somebody waits
 * @param patience of the transport: stalls cost it, in true time
 */
record SoakBuild(URI url, Path folder, VirtualTime time, Duration patience) {

    static final String ID = "a";

    private static final ZoneId DATA_CENTRE = ZoneId.of("America/Los_Angeles");
    private static final TargetIdentity TARGET =
            new TargetIdentity("tenant", "127.0.0.1", Optional.empty(), Optional.empty());

    /** What the command line adds. */
    record Flags(boolean heals, boolean fresh) {

        static final Flags NONE = new Flags(false, false);
    }

    /** How it ends; nothing when it dies. */
    Optional<JobOutcome> run(String manifest, Flags flags, Disk disk, RunListener listener)
            throws IOException, InterruptedException {
        try {
            return Optional.of(outcome(manifest, flags, disk, listener));
        } catch (FaultyDisk.Death e) {
            return Optional.empty();
        }
    }

    private JobOutcome outcome(String manifest, Flags flags, Disk disk, RunListener listener)
            throws IOException, InterruptedException {
        Planning planning = new Planning(
                output(), Optional.of(new Planning.Memory(states(), TARGET, disk)), WindowChoice.NEXT, time.instant());
        Planned planned = planning.plan(Plans.manifestOf(ID, manifest));
        if (planned instanceof Planned.Ended ended) {
            return ended.outcome();
        }
        Service service = new Service(url, new Credential.ClientCredentials("me", Secret.of("a-secret")), Map.of());
        TransportLimits limits = new TransportLimits(
                Duration.ofSeconds(10),
                patience,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                TransportLimits.DEFAULT.rate());
        RunSettings settings = new Settings()
                .zone(Optional.of(DATA_CENTRE))
                .heals(flags.heals())
                .fresh(flags.fresh())
                .asTheyAre();
        try (AquaClient client = new AquaClient(
                new Transport("test", limits), service, RetryPolicy.DEFAULT, time, time, new Redaction())) {
            return new SnapshotRun(settings, client, listener, time, time, disk)
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
        return StateDirectory.of(states(), TARGET, ID);
    }
}
