package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;

/**
 * The local disk, on which something belongs to somebody else: tests may run as root, to whom a real disk denies nothing.
 */
public final class DenyingDisk extends ForwardingDisk {

    /** What is refused. */
    public enum Denial {
        /** Nothing can be made in a folder. */
        CREATE,
        /** What is there cannot be taken away. */
        DELETE,
        /** What is there cannot be replaced. */
        MOVE,
        /** Another file system stands behind the name. */
        MOVE_AT_ONCE
    }

    private final Denial denial;

    public DenyingDisk(Denial denial) {
        this.denial = denial;
    }

    private void deny(Denial what, Path path) throws IOException {
        if (denial == what) {
            throw new AccessDeniedException(path.toString(), null, "permission denied");
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        deny(Denial.CREATE, directory);
        super.createDirectory(directory);
    }

    @Override
    public NewFile createFile(Path file) throws IOException {
        deny(Denial.CREATE, file);
        return super.createFile(file);
    }

    @Override
    public void delete(Path path) throws IOException {
        deny(Denial.DELETE, path);
        super.delete(path);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        deny(Denial.MOVE, to);
        if (denial == Denial.MOVE_AT_ONCE) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "Invalid cross-device link");
        }
        super.move(from, to);
    }
}
