package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A snapshot in the making, beside the place where it will be published, so that publishing is a rename. Closed before
 * it was published, it is deleted with all that it holds.
 */
public final class StagingDirectory implements AutoCloseable {

    /** Letters and digits, and what lies aside. */
    private static final Pattern TOKEN = Pattern.compile("[^.]+(\\.aside)?");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Disk disk;
    private final SnapshotPaths paths;
    private final Path path;
    /** Several files may be written at once. */
    private final List<StoredFile> files = Collections.synchronizedList(new ArrayList<>());

    private boolean closed;
    private boolean published;
    private boolean kept;

    private StagingDirectory(Disk disk, SnapshotPaths paths, Path path) {
        this.disk = disk;
        this.paths = paths;
        this.path = path;
    }

    /**
     * Creates {@code .<name>.staging-<random>} beside the target.
     *
     * @throws IOException when it cannot be created
     */
    public static StagingDirectory create(Disk disk, Path target) throws IOException {
        SnapshotPaths paths = SnapshotPaths.of(target);
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        Path path =
                paths.parent().resolve(paths.stagingPrefix() + HexFormat.of().formatHex(random));
        Trees.createDirectories(disk, paths.parent());
        disk.createDirectory(path);
        return new StagingDirectory(disk, paths, path);
    }

    /**
     * Opens {@code .<name>.staging-<token>} beside the target, with what a run that was stopped has left in it.
     *
     * @param token letters and digits that tell this snapshot in the making from others
     * @throws IOException when it cannot be opened
     */
    public static StagingDirectory open(Disk disk, Path target, String token) throws IOException {
        SnapshotPaths paths = SnapshotPaths.of(target);
        Path path = paths.parent().resolve(paths.stagingPrefix() + token);
        Trees.createDirectories(disk, paths.parent());
        if (disk.kind(path) != Disk.Kind.DIRECTORY) {
            Trees.delete(disk, path);
            disk.createDirectory(path);
        }
        return new StagingDirectory(disk, paths, path);
    }

    /**
     * Deletes what killed runs staged for the target. Only for the one who holds the target's lock.
     *
     * @param token of the one that stays, if any
     * @throws IOException when something cannot be deleted
     */
    public static void sweep(Disk disk, Path target, Optional<String> token) throws IOException {
        SnapshotPaths paths = SnapshotPaths.of(target);
        if (disk.kind(paths.parent()) == Disk.Kind.ABSENT) {
            return;
        }
        for (Path path : disk.list(paths.parent())) {
            String name = path.getFileName().toString();
            boolean stays =
                    token.filter(t -> name.equals(paths.stagingPrefix() + t)).isPresent();
            if (isOf(paths, name) && !stays) {
                Trees.delete(disk, path);
            }
        }
    }

    /** What stands beside the target may be of another one, whose name begins like that of ours. */
    private static boolean isOf(SnapshotPaths paths, String name) {
        return name.startsWith(paths.stagingPrefix())
                && TOKEN.matcher(name.substring(paths.stagingPrefix().length())).matches();
    }

    /** Where the files are, for now. */
    public Path path() {
        return path;
    }

    /** A path for a file that is not part of the snapshot and must be gone when the directory is sealed. */
    public Path scratch(String name) {
        return path.resolve("." + FileName.require(name) + ".part");
    }

    /** A directory beside this one, for what is of use only until this one is closed; whoever wants it makes it. */
    public Path aside() {
        return path.resolveSibling(path.getFileName() + ".aside");
    }

    /**
     * Starts a file.
     *
     * @throws IOException when it cannot be created; also when something of that name is already there
     */
    public StagedFile create(String name) throws IOException {
        requireOpen();
        Path file = path.resolve(FileName.require(name));
        return new StagedFile(this, disk, file, disk.createFile(file));
    }

    /**
     * Starts a file that its owner alone can open, before and after publishing, where the system can tell.
     *
     * @throws IOException when it cannot be created; also when something of that name is already there
     */
    public StagedFile createPrivate(String name) throws IOException {
        requireOpen();
        Path file = path.resolve(FileName.require(name));
        return new StagedFile(this, disk, file, disk.createPrivateFile(file));
    }

    /** Takes in a file that a run before has committed here, its bytes being those of then. */
    public void take(StoredFile file) {
        requireOpen();
        add(file);
    }

    /** Deletes what lies under a name, of this run or of one before. */
    public void discard(String name) throws IOException {
        requireOpen();
        files.removeIf(file -> file.name().equals(name));
        Trees.delete(disk, path.resolve(FileName.require(name)));
        Trees.delete(disk, scratch(name));
    }

    /** Deletes what a run before has left, all but these: it may have been told to name its files otherwise. */
    public void retain(Set<String> names) throws IOException {
        requireOpen();
        for (Path present : disk.list(path)) {
            if (!names.contains(present.getFileName().toString())) {
                Trees.delete(disk, present);
            }
        }
    }

    /** Leaves the directory to a run that goes on from here, where there is a file in it to go on with. */
    public void keep() {
        kept = true;
    }

    /** The files committed so far, in the order of their commits. */
    public List<StoredFile> files() {
        return List.copyOf(files);
    }

    /**
     * Writes the descriptor and the sums, and makes all of it durable. Nothing can be added afterwards.
     *
     * @throws IOException when that fails, or when there lies a file that was never committed
     */
    public void seal(DataPackage descriptor) throws IOException {
        requireOpen();
        Trees.delete(disk, aside());
        discard(DataPackage.FILE_NAME);
        discard(Sha256Sums.FILE_NAME);
        write(DataPackage.FILE_NAME, DescriptorWriter.write(descriptor));
        write(Sha256Sums.FILE_NAME, Sha256Sums.of(files).text().getBytes(StandardCharsets.UTF_8));
        List<Path> present = disk.list(path);
        for (Path file : present) {
            String name = file.getFileName().toString();
            if (files.stream().noneMatch(part -> part.name().equals(name))) {
                throw new IOException(file + " is no part of the snapshot");
            }
        }
        if (present.size() != files.size()) {
            throw new IOException("a file of the snapshot is gone from " + path);
        }
        disk.forceDirectory(path);
        closed = true;
    }

    @Override
    public void close() throws IOException {
        if (!published) {
            Trees.delete(disk, aside());
        }
        if (!published && (!kept || files.isEmpty())) {
            Trees.delete(disk, path);
        }
    }

    SnapshotPaths paths() {
        return paths;
    }

    boolean isSealed() {
        return closed;
    }

    void markPublished() {
        published = true;
    }

    void add(StoredFile file) {
        files.add(Objects.requireNonNull(file));
    }

    private void write(String name, byte[] content) throws IOException {
        try (StagedFile file = create(name)) {
            file.write(content);
            file.commit(Sha256.of(content));
        }
    }

    private void requireOpen() {
        if (closed || published) {
            throw new IllegalStateException(path + " is sealed");
        }
    }
}
