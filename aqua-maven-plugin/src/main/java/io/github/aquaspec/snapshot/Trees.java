package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** Deletes directories with what is in them. */
final class Trees {

    private Trees() {}

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
