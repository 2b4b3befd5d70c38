package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The local disk, shared with somebody who foresees one name (counted from 1) that is about to be used, and plants a link
 * there at the last moment.
 */
public final class LinkPlantingDisk extends ForwardingDisk {

    private final Path victim;
    private final int at;
    private int used;
    private boolean planted;

    public LinkPlantingDisk(Path victim, int at) {
        this.victim = victim;
        this.at = at;
    }

    /** Whether there was a name to plant a link at. */
    public boolean hasPlanted() {
        return planted;
    }

    private void plant(Path path) throws IOException {
        if (++used != at) {
            return;
        }
        planted = true;
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(path);
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(path, victim);
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        plant(directory);
        super.createDirectory(directory);
    }

    @Override
    public NewFile createFile(Path file) throws IOException {
        plant(file);
        return super.createFile(file);
    }

    @Override
    public NewFile createPrivateFile(Path file) throws IOException {
        plant(file);
        return super.createPrivateFile(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        plant(to);
        super.move(from, to);
    }
}
