package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A file of a snapshot while it is written. It belongs to the snapshot once {@link #commit(String)} has returned; closed
 * before that, it is deleted.
 */
public final class StagedFile extends OutputStream {

    private final StagingDirectory directory;
    private final Disk disk;
    private final Path path;
    private final Disk.NewFile file;
    private long bytes;
    private boolean ended;

    StagedFile(StagingDirectory directory, Disk disk, Path path, Disk.NewFile file) {
        this.directory = directory;
        this.disk = disk;
        this.path = path;
        this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        file.write(from, offset, length);
        bytes += length;
    }

    /**
     * Makes the file durable and part of the snapshot.
     *
     * @param sha256 of what was written, 64 lower-case hex digits: who writes has digested it on its way
     * @throws IOException when that cannot be said for certain: the file is then lost and has to be written anew, for
     *     a second try to force it could succeed without having written anything
     */
    public StoredFile commit(String sha256) throws IOException {
        if (ended) {
            throw new IllegalStateException(path + " is already closed");
        }
        file.force();
        if (file.size() != bytes) {
            throw new IOException(path + " holds " + file.size() + " bytes, " + bytes + " were written");
        }
        file.close();
        ended = true;
        StoredFile stored = new StoredFile(path.getFileName().toString(), bytes, sha256);
        directory.add(stored);
        return stored;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            try {
                file.close();
            } finally {
                disk.delete(path);
            }
        }
    }
}
