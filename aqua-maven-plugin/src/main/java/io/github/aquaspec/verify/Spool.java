package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A body, or what a wrapping holds, on disk for as long as it is read; its owner alone can open it.
 *
 * @param path a file that did not exist before and is deleted on closing
 */
record Spool(Path path) implements AutoCloseable {

    private static final Set<OpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    private static final FileAttribute<?>[] ANYBODY = {};

    static Spool of(ByteSource source, Path path) throws IOException, CorruptFileException {
        Spool spool = new Spool(path);
        OutputStream out = open(path);
        boolean complete = false;
        try (out) {
            byte[] buffer = new byte[1 << 16];
            int read;
            while ((read = source.read(buffer, 0, buffer.length)) >= 0) {
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
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            return Channels.newOutputStream(Files.newByteChannel(path, NEW_FILE, posix ? OWNER_ONLY : ANYBODY));
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
