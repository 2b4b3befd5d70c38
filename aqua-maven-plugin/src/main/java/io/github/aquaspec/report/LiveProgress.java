package io.github.aquaspec.report;

import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.ManifestId;
import java.util.function.Consumer;

/** A block that shows how a run stands, below a line for each change of state. */
public final class LiveProgress implements RunListener {

    private final Consumer<String> out;
    private final RunStanding standing;
    private final LiveBlock block;

    /**
     * Progress on a terminal.
     *
     * @param out prints a line above the block
     */
    public LiveProgress(Consumer<String> out, RunStanding standing, LiveBlock block) {
        this.out = out;
        this.standing = standing;
        this.block = block;
    }

    @Override
    public void received(ManifestId id, long bytes) {
        standing.received(id, bytes);
    }

    @Override
    public void on(RunEvent event) {
        standing.on(event);
        ChangeText.of(event).forEach(line -> out.accept(event.id() + ": " + line));
    }

    /** A moment has passed. */
    public void beat() {
        block.draw(standing.now().block());
    }
}
