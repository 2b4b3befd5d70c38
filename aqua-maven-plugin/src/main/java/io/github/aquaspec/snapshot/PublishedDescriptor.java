package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a snapshot says about itself, taken at its word: nothing is compared with its files. */
public final class PublishedDescriptor {

    private PublishedDescriptor() {}

    /**
     * Reads the descriptor of a snapshot.
     *
     * @param directory the snapshot
     * @return empty where it has none, or one that we would not have written
     * @throws IOException when it cannot be read
     */
    public static Optional<DataPackage> read(Disk disk, Path directory) throws IOException {
        Path file = directory.resolve(DataPackage.FILE_NAME);
        if (disk.kind(file) != Disk.Kind.FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(DescriptorReader.read(SmallFile.read(disk, file)));
        } catch (MalformedDescriptorException e) {
            return Optional.empty();
        }
    }
}
