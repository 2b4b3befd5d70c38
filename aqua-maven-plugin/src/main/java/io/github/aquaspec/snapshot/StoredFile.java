package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file of a snapshot, as it lies on disk.
 *
 * @param name within the directory
 * @param bytes its length
 * @param sha256 of its bytes, 64 lower-case hex digits
 */
public record StoredFile(String name, long bytes, String sha256) {

    public StoredFile {
        FileName.require(name);
        Sha256.require(sha256);
        if (bytes < 0) {
            throw new IllegalArgumentException("a file has no negative length: " + bytes);
        }
    }

    /** Measures a file. */
    static StoredFile read(Disk disk, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        try (InputStream in = disk.read(file)) {
            byte[] buffer = new byte[1 << 16];
            int read;
            while ((read = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new StoredFile(file.getFileName().toString(), bytes, Sha256.hex(digest));
    }
}
