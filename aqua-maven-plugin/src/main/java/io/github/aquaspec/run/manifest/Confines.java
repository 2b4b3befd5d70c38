package io.github.aquaspec.run.manifest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where manifests may lie: below the folder of the build, or where the build says they are. A link in a repository must
 * not lead to a file of the machine, of which findings would then show lines.
 *
 * @param folders real paths
 */
record Confines(List<Path> folders) {

    Confines {
        folders = List.copyOf(folders);
    }

    /**
     * The confines of a build.
     *
     * @param base the folder that paths are shown from
     * @param specs a folder of manifests, or one; only from outside the base does it hold what is in it
     */
    static Confines of(Path base, Path specs) {
        List<Path> folders = new ArrayList<>();
        try {
            folders.add(base.toRealPath());
            if (!specs.startsWith(base)) {
                folders.add(specs.toRealPath());
            }
        } catch (IOException e) {
            // what is not there holds nothing
        }
        return new Confines(folders);
    }

    /** Whether a file lies within, all links followed. */
    boolean hold(Path file) {
        try {
            Path real = file.toRealPath();
            return folders.stream().anyMatch(real::startsWith);
        } catch (IOException e) {
            return false;
        }
    }
}
