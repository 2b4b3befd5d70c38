package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** The local disk, on which a folder cannot be forced once a snapshot was renamed to its name in it. */
public final class UnforcedDisk extends CachedDisk {

    /** What happens in place of it. */
    @FunctionalInterface
    public interface Trouble {
        IOException instead();
    }

    private final Path snapshot;
    private final Trouble trouble;
    private boolean renamed;

    public UnforcedDisk(Path snapshot, Trouble trouble) {
        this.snapshot = snapshot;
        this.trouble = trouble;
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        super.move(from, to);
        renamed |= to.equals(snapshot);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (renamed && directory.equals(snapshot.getParent())) {
            throw trouble.instead();
        }
        super.forceDirectory(directory);
    }
}
