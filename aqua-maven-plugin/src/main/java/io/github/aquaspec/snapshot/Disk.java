package io.github.aquaspec.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The few things a snapshot asks of a file system, so that tests can stop between any two of them. */
public interface Disk {

    /** The file system that the path belongs to. */
    static Disk local() {
        return new LocalDisk();
    }

    /**
     * Creates a directory in one that exists.
     *
     * @throws IOException also when something stands there already
     */
    void createDirectory(Path directory) throws IOException;

    /**
     * Creates a file; never opens one that exists, nor what a link points at.
     *
     * @throws IOException also when something stands there already, be it a dangling link
     */
    NewFile createFile(Path file) throws IOException;

    /**
     * Creates a file that its owner alone can open, where the system can tell; otherwise like {@link #createFile}.
     *
     * @throws IOException also when something stands there already, be it a dangling link
     */
    NewFile createPrivateFile(Path file) throws IOException;

    /**
     * Opens a regular file to write behind its end, never through a link.
     *
     * @throws IOException also when there is no regular file
     */
    NewFile append(Path file) throws IOException;

    /**
     * Opens a regular file, never through a link.
     *
     * @throws IOException also when there is no regular file
     */
    InputStream read(Path file) throws IOException;

    /** Returns only when the names in the directory are on the medium, where the system can tell. */
    void forceDirectory(Path directory) throws IOException;

    /**
     * Renames at once: anyone sees the old name or the new, never both, never a part.
     *
     * @throws java.nio.file.AtomicMoveNotSupportedException when the system cannot; nothing was changed
     */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file, a link (not what it points at) or an empty directory. */
    void delete(Path path) throws IOException;

    /** What stands there; a link under this very name is not followed. */
    Kind kind(Path path) throws IOException;

    /** Whether a directory stands there, or a link to one: a user may keep a whole tree elsewhere. */
    boolean leadsToDirectory(Path path) throws IOException;

    /** The names in a directory, sorted. */
    List<Path> list(Path directory) throws IOException;

    /** What can stand under a name. */
    enum Kind {
        /** Nothing. */
        ABSENT,
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link, a device, a socket. */
        OTHER
    }

    /** A file that is being written. */
    interface NewFile extends Closeable {

        /** Appends all of these bytes. */
        void write(byte[] bytes, int from, int length) throws IOException;

        /**
         * Returns only when the content is on the medium. An exception is final: a second call could succeed without
         * having written anything.
         */
        void force() throws IOException;

        /** Its length, as the file system says. */
        long size() throws IOException;
    }
}
