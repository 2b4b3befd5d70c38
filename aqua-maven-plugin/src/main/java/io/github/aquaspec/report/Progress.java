package io.github.aquaspec.report;

import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.ManifestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A line for each change of state, and one now and then where nothing changes. */
public final class Progress implements RunListener {

    /** The longest silence. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Consumer<String> out;
    private final RunStanding standing;
    private final Clock clock;
    private Instant said;

    public Progress(Consumer<String> out, RunStanding standing, Clock clock) {
        this.out = out;
        this.standing = standing;
        this.clock = clock;
        this.said = clock.instant();
    }

    @Override
    public void received(ManifestId id, long bytes) {
        standing.received(id, bytes);
    }

    @Override
    public void on(RunEvent event) {
        standing.on(event);
        ChangeText.of(event).forEach(line -> say(event.id() + ": " + line));
    }

    /** A moment has passed: says how things stand where nothing was said for long, and something is under way. */
    public synchronized void beat() {
        Standing now = standing.now();
        if (!now.underWay().isEmpty() && Duration.between(said, clock.instant()).compareTo(SILENCE) >= 0) {
            say("… " + now.line());
        }
    }

    private synchronized void say(String line) {
        said = clock.instant();
        out.accept(line);
    }
}
