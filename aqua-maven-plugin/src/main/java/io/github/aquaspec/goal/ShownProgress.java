package io.github.aquaspec.goal;

import io.github.aquaspec.report.LiveBlock;
import io.github.aquaspec.report.LiveProgress;
import io.github.aquaspec.report.Progress;
import io.github.aquaspec.report.RunStanding;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.ManifestId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Shows how a run goes, as the build wants it and where it is shown allows, until it is closed. */
final class ShownProgress implements RunListener, AutoCloseable {

    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RunListener listener;
    private final Optional<Beats> beats;
    private final LiveBlock block;

    private ShownProgress(RunListener listener, Optional<Beats> beats, LiveBlock block) {
        this.listener = listener;
        this.beats = beats;
        this.block = block;
    }

    /**
     * Begins to show.
     *
     * @param choice auto, plain or none
     * @param manifests how many there are
     * @param terminal one that can be drawn on
     * @param block of the log
     */
    static ShownProgress of(
            String choice, int manifests, Optional<Terminal> terminal, GuardedLog log, LiveBlock block) {
        if (choice.equals("none") || !log.isInfoEnabled()) {
            return new ShownProgress(event -> {}, Optional.empty(), block);
        }
        Clock clock = Clock.systemUTC();
        RunStanding standing = new RunStanding(manifests, clock);
        if (choice.equals("auto") && terminal.isPresent()) {
            block.open(terminal.get()::draw);
            LiveProgress live = new LiveProgress(log::info, standing, block);
            return new ShownProgress(live, Optional.of(Beats.every(REDRAW, live::beat)), block);
        }
        Progress plain = new Progress(log::info, standing, clock);
        return new ShownProgress(plain, Optional.of(Beats.every(SECOND, plain::beat)), block);
    }

    @Override
    public void on(RunEvent event) {
        listener.on(event);
    }

    @Override
    public void received(ManifestId id, long bytes) {
        listener.received(id, bytes);
    }

    @Override
    public void close() {
        beats.ifPresent(Beats::close);
        block.close();
    }
}
