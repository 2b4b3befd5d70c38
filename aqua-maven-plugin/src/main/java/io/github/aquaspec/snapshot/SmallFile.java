package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads the sums and the descriptor, which are small by nature; a huge one is none of ours. */
final class SmallFile {

    private static final int MAX_BYTES = 64 << 20;

    private SmallFile() {}

    static byte[] read(Disk disk, Path file) throws IOException {
        try (InputStream in = disk.read(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
            }
            return bytes;
        }
    }
}
