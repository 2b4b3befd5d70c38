package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a snapshot is not what its sums say: somebody changed it after it was checked. */
public final class ChangedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    ChangedFileException(Path file) {
        super(file + " is not what " + Sha256Sums.FILE_NAME + " says");
        this.file = file;
    }

    /** The file. */
    public Path file() {
        return file;
    }
}
