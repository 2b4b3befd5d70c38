package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A served body on disk for as long as it is read.
 *
 * @param path a file that did not exist before and is deleted on closing
 */
record Spool(Path path) implements AutoCloseable {

    static Spool of(MeasuredInput served, Path path) throws IOException, CorruptFileException {
        Spool spool = new Spool(path);
        OutputStream out = open(path);
        boolean complete = false;
        try (out) {
            byte[] buffer = new byte[1 << 16];
            int read;
            while ((read = served.read(buffer, 0, buffer.length)) >= 0) {
                write(out, buffer, read);
            }
            complete = true;
        } finally {
            if (!complete) {
                spool.close();
            }
        }
        return spool;
    }

    private static OutputStream open(Path path) throws ContentWriteException {
        try {
            return Files.newOutputStream(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new ContentWriteException(e);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int length) throws ContentWriteException {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new ContentWriteException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
