package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** The local disk, never forced: what a process that dies within a test leaves is there without it, and much sooner. */
public class CachedDisk extends ForwardingDisk {

    @Override
    public NewFile createFile(Path file) throws IOException {
        return unforced(super.createFile(file));
    }

    @Override
    public NewFile append(Path file) throws IOException {
        return unforced(super.append(file));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        // it lasts as long as the test
    }

    private static NewFile unforced(NewFile file) {
        return new NewFile() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                file.write(bytes, from, length);
            }

            @Override
            public void force() {
                // it lasts as long as the test
            }

            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
