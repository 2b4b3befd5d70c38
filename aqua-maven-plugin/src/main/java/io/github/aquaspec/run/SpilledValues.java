package io.github.aquaspec.run;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.Trees;
import io.github.aquaspec.verify.cell.Spill;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Values of one column on the disk, a file for each part. They are deleted with the folder.
 *
 * @param folder where they lie, made when the first comes
 * @param name what the files of this column begin with
 */
record SpilledValues(Disk disk, Path folder, String name, BitSet begun) implements Spill {

    SpilledValues(Disk disk, Path folder, String name) {
        this(disk, folder, name, new BitSet());
    }

    @Override
    public void append(int part, byte[] bytes, int length) throws IOException {
        boolean first = !begun.get(part);
        if (first) {
            Trees.createDirectories(disk, folder);
        }
        try (Disk.NewFile file = first ? disk.createPrivateFile(path(part)) : disk.append(path(part))) {
            file.write(bytes, 0, length);
        }
        begun.set(part);
    }

    @Override
    public InputStream read(int part) throws IOException {
        return begun.get(part) ? disk.read(path(part)) : InputStream.nullInputStream();
    }

    @Override
    public void close() throws IOException {
        for (int part = begun.nextSetBit(0); part >= 0; part = begun.nextSetBit(part + 1)) {
            disk.delete(path(part));
        }
        begun.clear();
    }

    private Path path(int part) {
        return folder.resolve(name + "-" + part);
    }
}
