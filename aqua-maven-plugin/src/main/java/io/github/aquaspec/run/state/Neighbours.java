package io.github.aquaspec.run.state;

import io.github.aquaspec.snapshot.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of all manifests at one target. Other manifests run meanwhile: what a folder has listed may be gone when it is
 * looked at, and that is nobody's trouble.
 *
 * @param target the folder of the states
 */
record Neighbours(Disk disk, Path target) {

    /** The folder of each state, in no particular order. */
    List<Path> folders() throws IOException {
        List<Path> found = new ArrayList<>();
        if (disk.leadsToDirectory(target)) {
            collect(target, found);
        }
        return found;
    }

    private void collect(Path folder, List<Path> found) throws IOException {
        if (isFile(folder.resolve("window.json"))
                || isFile(folder.resolve("local").resolve("journal.jsonl"))) {
            found.add(folder);
        }
        for (Path inside : disk.list(folder)) {
            if (disk.kind(inside) == Disk.Kind.DIRECTORY) {
                collect(inside, found);
            }
        }
    }

    private boolean isFile(Path file) throws IOException {
        return disk.kind(file) == Disk.Kind.FILE;
    }
}
