package io.github.aquaspec.run.state;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A small file that is replaced as a whole: at any instant it holds the content before or the one after. What is being
 * written lies in the folder of this machine's files, so that nothing half done is ever committed.
 *
 * @param local the folder of this machine's files, beside the file or around it
 */
record StateFile(Disk disk, Path path, Path local) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_BYTES = 16 << 20;

    /** The content, or nothing when there is no file. */
    Optional<byte[]> read() throws IOException {
        if (disk.kind(path) == Disk.Kind.ABSENT) {
            return Optional.empty();
        }
        try (InputStream in = disk.read(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES + " bytes");
            }
            return Optional.of(bytes);
        }
    }

    /** Returns when the content is there to stay. */
    void write(byte[] content) throws IOException {
        prepare();
        replace(path, content);
    }

    /** As {@link #read}, its trouble told as a finding. */
    Optional<byte[]> content() throws StateException {
        try {
            return read();
        } catch (IOException e) {
            throw StateTrouble.unusable("read", path, e);
        }
    }

    /** As {@link #write}, its trouble told as a finding. */
    void put(byte[] content) throws StateException {
        try {
            write(content);
        } catch (IOException e) {
            throw StateTrouble.unusable("write", path, e);
        }
    }

    /** Makes the folder of this machine's files; there is nothing in it yet that another run could meet. */
    void makeFolder() throws IOException {
        Trees.createDirectories(disk, local);
        if (disk.kind(local) != Disk.Kind.DIRECTORY) {
            throw new IOException(local + " is a link, and a folder is wanted");
        }
    }

    /** The same, and no version control takes it in. Only for the one who holds the lock. */
    void prepare() throws IOException {
        makeFolder();
        Path ignore = local.resolve(".gitignore");
        if (disk.kind(ignore) == Disk.Kind.ABSENT) {
            replace(ignore, "*\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Deletes what writes that were cut short have left. Only for the one who holds the lock. */
    void sweep() throws IOException {
        for (Path path : disk.list(local)) {
            String name = path.getFileName().toString();
            if (name.startsWith(".") && name.endsWith(".part")) {
                disk.delete(path);
            }
        }
    }

    private void replace(Path file, byte[] content) throws IOException {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        Path part =
                local.resolve("." + file.getFileName() + "." + HexFormat.of().formatHex(random) + ".part");
        boolean moved = false;
        try {
            try (Disk.NewFile out = disk.createFile(part)) {
                out.write(content, 0, content.length);
                out.force();
                if (out.size() != content.length) {
                    throw new IOException(part + " holds " + out.size() + " bytes of " + content.length);
                }
            }
            disk.move(part, file);
            moved = true;
        } finally {
            if (!moved && disk.kind(part) != Disk.Kind.ABSENT) {
                disk.delete(part);
            }
        }
        disk.forceDirectory(file.getParent());
    }
}
