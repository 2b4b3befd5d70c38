package io.github.aquaspec.run.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Holds a manifest for one run at a time, over processes and within one. The system gives it back when a process dies,
 * however it dies; what the file says is there for people only.
 *
 * <p>Within one JVM it is a system property: a second channel to the file would, when it is closed, give back the lock of
 * the first one, for POSIX locks belong to processes; and each class loader has static fields of its own.
 */
public final class StateLock implements AutoCloseable {

    private static final String PROPERTY = "io.github.aquaspec.lock.";
    private static final int LONGEST = 1024;
    /** Behind any text, so that others can read it: on some systems a lock keeps readers out. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final String property;
    private final FileChannel channel;

    private StateLock(String property, FileChannel channel) {
        this.property = property;
        this.channel = channel;
    }

    /** Who holds a manifest, as they wrote it. */
    static final class HeldException extends Exception {
        private static final long serialVersionUID = 1L;

        HeldException(String holder) {
            super(holder);
        }
    }

    /**
     * Takes the lock.
     *
     * @param file in a folder that exists
     * @param holder who takes it, for whoever comes second
     * @throws HeldException when somebody has it
     */
    static StateLock take(Path file, String holder) throws IOException, HeldException {
        Path real = file.getParent().toRealPath().resolve(file.getFileName());
        String property = PROPERTY + real;
        Object other = System.getProperties().putIfAbsent(property, holder);
        if (other != null) {
            throw new HeldException(other.toString());
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    real,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock(PLACE, 1, false);
            if (lock == null) {
                throw new HeldException(text(channel).orElse("another process"));
            }
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            taken = true;
            return new StateLock(property, channel);
        } catch (OverlappingFileLockException e) {
            throw new HeldException("another build in this JVM");
        } finally {
            if (!taken) {
                close(channel, property);
            }
        }
    }

    private static Optional<String> text(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        channel.read(buffer, 0);
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void close(FileChannel channel, String property) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the system gives it back at the latest with the process
        } finally {
            System.getProperties().remove(property);
        }
    }

    /** Gives it back. */
    @Override
    public void close() {
        close(channel, property);
    }
}
