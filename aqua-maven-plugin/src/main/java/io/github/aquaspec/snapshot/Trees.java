package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Makes directories that last, and deletes them with what is in them. */
public final class Trees {

    private Trees() {}

    /** Creates the directories that are missing on the way, each durable in its parent. */
    public static void createDirectories(Disk disk, Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent == null || disk.leadsToDirectory(directory)) {
            return;
        }
        createDirectories(disk, parent);
        try {
            disk.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!disk.leadsToDirectory(directory)) {
                throw e;
            }
            return; // another snapshot's run was faster
        }
        disk.forceDirectory(parent);
    }

    /** Deletes what stands there, if anything; of a link only the link. The sums go first: without, it is no snapshot. */
    static void delete(Disk disk, Path path) throws IOException {
        switch (disk.kind(path)) {
            case ABSENT -> {}
            case FILE, OTHER -> disk.delete(path);
            case DIRECTORY -> {
                Path sums = path.resolve(Sha256Sums.FILE_NAME);
                if (disk.kind(sums) == Disk.Kind.FILE) {
                    disk.delete(sums);
                    disk.forceDirectory(path);
                }
                for (Path inside : disk.list(path)) {
                    delete(disk, inside);
                }
                disk.delete(path);
            }
        }
    }
}
