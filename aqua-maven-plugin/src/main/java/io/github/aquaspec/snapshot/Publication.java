package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Puts a sealed snapshot in the place of the old one, by renames alone.
 *
 * <ol>
 *   <li>{@code .<name>.staging-…} becomes {@code .<name>.new}: from here on the move will be completed;
 *   <li>{@code <name>} becomes {@code .<name>.old};
 *   <li>{@code .<name>.new} becomes {@code <name>};
 *   <li>{@code .<name>.old} is deleted.
 * </ol>
 *
 * <p>At any instant the old or the new snapshot is complete under its name or, between the second and the third step,
 * the old one as {@code .<name>.old}. {@link #finish} brings whatever a crash left to one of the two ends. Only one
 * process at a time may publish or finish a target; seeing to that is the caller's part.
 */
public final class Publication {

    private final Disk disk;

    /** Publishes on this disk. */
    public Publication(Disk disk) {
        this.disk = Objects.requireNonNull(disk, "disk");
    }

    /**
     * Publishes what was staged.
     *
     * @throws PublicationException when the place is taken by something that is no snapshot, or when the file system
     *     cannot rename at once; the staged files are then still where they were
     * @throws StandingException when the disk fails once the new snapshot has its name
     * @throws IOException when the disk fails before; {@link #finish} sorts it out
     */
    public void publish(StagingDirectory staging) throws IOException {
        if (!staging.isSealed()) {
            throw new IllegalStateException(staging.path() + " is not sealed");
        }
        SnapshotPaths paths = staging.paths();
        finish(paths.target());
        requireReplaceable(paths.target());
        move(staging.path(), paths.ready());
        staging.markPublished();
        disk.forceDirectory(paths.parent());
        replace(paths);
        try {
            disk.forceDirectory(paths.parent());
            deleteOld(paths);
        } catch (IOException e) {
            throw new StandingException(paths.target(), e);
        }
    }

    /**
     * Completes or rolls back a move that was interrupted, also one interrupted within this method. To be called
     * before anything else looks at the target. The hidden names beside it are ours: what stands there and is no sound
     * snapshot is deleted, for half of one cannot be told from anything else.
     *
     * @throws PublicationException when what stands under the target's own name is no snapshot, or not a sound one while
     *     the one before is still there; neither was touched
     * @throws LeftoverException when all is in its place, and the snapshot before cannot be deleted
     * @throws IOException when the disk fails
     */
    public void finish(Path target) throws IOException {
        SnapshotPaths paths = SnapshotPaths.of(target);
        boolean hasNew = isPresent(paths.ready());
        boolean hasOld = isPresent(paths.old());
        if (hasNew && isComplete(paths.ready())) {
            forward(paths);
            return;
        }
        if (hasNew) {
            Trees.delete(disk, paths.ready());
        }
        if (hasOld) {
            back(paths);
        }
    }

    /**
     * Whether the snapshot of a job stands under its name, complete; a move that was interrupted is brought to its end
     * before.
     */
    public boolean holds(Path target, String jobId) throws IOException {
        finish(target);
        return isPresent(target)
                && PublishedDescriptor.read(disk, target)
                        .filter(found -> found.job().id().equals(jobId))
                        .isPresent()
                && isComplete(target);
    }

    private void forward(SnapshotPaths paths) throws IOException {
        if (isPresent(paths.target())) {
            dropOld(paths);
            requireReplaceable(paths.target());
        }
        replace(paths);
        disk.forceDirectory(paths.parent());
        dropOld(paths);
    }

    private void back(SnapshotPaths paths) throws IOException {
        if (isSnapshot(paths.old()) && !isPresent(paths.target())) {
            move(paths.old(), paths.target());
            disk.forceDirectory(paths.parent());
            return;
        }
        dropOld(paths);
    }

    /** The ready snapshot takes the target's place, which is free or holds a snapshot; nothing stands under old. */
    private void replace(SnapshotPaths paths) throws IOException {
        if (isPresent(paths.target())) {
            move(paths.target(), paths.old());
        }
        move(paths.ready(), paths.target());
    }

    /** Deletes the old snapshot once nobody needs it: it was being deleted, or the one under the name is sound. */
    private void dropOld(SnapshotPaths paths) throws IOException {
        if (!isPresent(paths.old())) {
            return;
        }
        if (isSnapshot(paths.old()) && !isComplete(paths.target())) {
            throw new PublicationException(paths.target() + " is not a sound snapshot, and " + paths.old()
                    + " holds the one before; delete one of them, or rename the second to the first");
        }
        // Whoever was stopped may not have come to it: the new name is there to stay before the old bytes go.
        disk.forceDirectory(paths.parent());
        deleteOld(paths);
    }

    private void deleteOld(SnapshotPaths paths) throws LeftoverException {
        try {
            Trees.delete(disk, paths.old());
        } catch (IOException e) {
            throw new LeftoverException(paths.old(), e);
        }
    }

    private void requireReplaceable(Path target) throws IOException {
        boolean replaceable = switch (disk.kind(target)) {
            case ABSENT -> true;
            case FILE, OTHER -> false;
            case DIRECTORY -> isSnapshot(target) || disk.list(target).isEmpty();
        };
        if (!replaceable) {
            throw new PublicationException(target + " holds something that is no snapshot, and is not replaced");
        }
    }

    /** Whether it was sealed once; deleting begins with the sums. */
    private boolean isSnapshot(Path path) throws IOException {
        return disk.kind(path) == Disk.Kind.DIRECTORY
                && disk.kind(path.resolve(Sha256Sums.FILE_NAME)) == Disk.Kind.FILE;
    }

    private boolean isComplete(Path path) throws IOException {
        return isSnapshot(path) && new SumsCheck(disk).check(path).isEmpty();
    }

    private boolean isPresent(Path path) throws IOException {
        return disk.kind(path) != Disk.Kind.ABSENT;
    }

    private void move(Path from, Path to) throws IOException {
        try {
            disk.move(from, to);
        } catch (AtomicMoveNotSupportedException e) {
            throw new PublicationException(
                    "the file system cannot rename " + from + " to " + to + " in one step, so nothing was published",
                    e);
        }
    }
}
