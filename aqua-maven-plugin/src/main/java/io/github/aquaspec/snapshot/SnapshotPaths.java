package io.github.aquaspec.snapshot;

import java.nio.file.Path;

/**
 * The names a snapshot has in its parent directory, all within one file system.
 *
 * @param parent the directory that holds them
 * @param target the published snapshot
 * @param ready the next snapshot, complete and durable, about to take the target's place
 * @param old the snapshot that made place for it
 */
record SnapshotPaths(Path parent, Path target, Path ready, Path old) {

    static SnapshotPaths of(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a snapshot needs a parent directory: " + target);
        }
        String name = absolute.getFileName().toString();
        return new SnapshotPaths(
                parent, absolute, parent.resolve("." + name + ".new"), parent.resolve("." + name + ".old"));
    }

    String stagingPrefix() {
        return "." + target.getFileName() + ".staging-";
    }
}
