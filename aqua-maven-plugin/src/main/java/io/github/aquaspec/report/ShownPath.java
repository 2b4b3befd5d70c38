package io.github.aquaspec.report;

import java.nio.file.Path;

/** Paths as users are shown them. */
public final class ShownPath {

    private ShownPath() {}

    /** A path with {@code /} between folders: from a folder where it lies below it, else whole. */
    public static String from(Path base, Path path) {
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }
}
