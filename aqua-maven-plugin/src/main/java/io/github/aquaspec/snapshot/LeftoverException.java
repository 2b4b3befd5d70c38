package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** The snapshot that made place for another cannot be deleted, though nobody needs it any more. */
public final class LeftoverException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;

    LeftoverException(Path path, IOException cause) {
        super("cannot delete " + path, cause);
        this.path = path;
    }

    /** What is left. */
    public Path path() {
        return path;
    }
}
