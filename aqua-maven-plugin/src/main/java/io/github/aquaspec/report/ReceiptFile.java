package io.github.aquaspec.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * A receipt or report on the disk, replaced as a whole: a reader never sees half of one. It is written under a name that nobody
 * can foresee and then renamed, so that a link which stands in its way is replaced and never followed.
 */
public record ReceiptFile(Path path) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Set<OpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** Returns when the content is there to stay. */
    public void write(byte[] content) throws IOException {
        Path folder = path.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        Path part = folder.resolve(".run-" + HexFormat.of().formatHex(random) + ".part");
        boolean moved = false;
        try {
            fill(part, content);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(part);
            }
        }
        force(folder);
    }

    /** Whether it is there and has a status; one that cannot be read has none. */
    boolean tells(String status) {
        try (InputStream json = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return ReceiptJson.parse(json).path("status").asText().equals(status);
        } catch (IOException e) {
            return false;
        }
    }

    private static void fill(Path part, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, NEW_FILE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            if (channel.size() != content.length) {
                throw new IOException(part + " holds " + channel.size() + " bytes of " + content.length);
            }
        }
    }

    private static void force(Path folder) throws IOException {
        if (WINDOWS) {
            return; // opening a directory is refused there
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
