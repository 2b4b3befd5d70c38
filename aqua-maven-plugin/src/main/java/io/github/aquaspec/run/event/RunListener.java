package io.github.aquaspec.run.event;

import io.github.aquaspec.run.manifest.ManifestId;

/** Is told what happens. Called from many threads. */
@FunctionalInterface
public interface RunListener {

    void on(RunEvent event);

    /** Bytes of a file of a manifest have come. Told often: whoever does more than count slows the file down. */
    default void received(ManifestId id, long bytes) {}

    /** Tells another one too, after this one. */
    default RunListener and(RunListener other) {
        RunListener first = this;
        return new RunListener() {
            @Override
            public void on(RunEvent event) {
                first.on(event);
                other.on(event);
            }

            @Override
            public void received(ManifestId id, long bytes) {
                first.received(id, bytes);
                other.received(id, bytes);
            }
        };
    }
}
