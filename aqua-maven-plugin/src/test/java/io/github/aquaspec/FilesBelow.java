package io.github.aquaspec;

import io.github.aquaspec.snapshot.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that stands below a folder, for who looks while others write: what is gone in between is passed over. */
public final class FilesBelow {

    private final Disk disk;
    private final List<Path> found = new ArrayList<>();

    FilesBelow(Disk disk) {
        this.disk = disk;
    }

    /** All but the folders; links are not followed. */
    public static List<Path> of(Path folder) throws IOException {
        return new FilesBelow(Disk.local()).in(folder);
    }

    List<Path> in(Path folder) throws IOException {
        for (Path path : listed(folder)) {
            switch (disk.kind(path)) {
                case DIRECTORY -> in(path);
                case FILE, OTHER -> found.add(path);
                case ABSENT -> {}
            }
        }
        return List.copyOf(found);
    }

    private List<Path> listed(Path folder) throws IOException {
        try {
            return disk.list(folder);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
