package io.github.aquaspec.run.state;

import io.github.aquaspec.snapshot.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A manifest that nobody runs, at any target, until this is closed: for whoever looks at what was published. */
public final class HeldManifest implements AutoCloseable {

    private final List<StateLock> locks = new ArrayList<>();

    private HeldManifest() {}

    /**
     * Holds a manifest at every target of which something is remembered.
     *
     * @param roots the folders of all states; they need not exist
     * @param holder who holds it, for whoever comes second
     * @throws StateException when a run of it is under way
     */
    public static HeldManifest of(Collection<Path> roots, String manifestId, String holder) throws StateException {
        HeldManifest held = new HeldManifest();
        boolean all = false;
        try {
            for (Path root : roots) {
                held.take(root, manifestId, holder);
            }
            all = true;
            return held;
        } finally {
            if (!all) {
                held.close();
            }
        }
    }

    private void take(Path root, String manifestId, String holder) throws StateException {
        Disk disk = Disk.local();
        try {
            if (!disk.leadsToDirectory(root)) {
                return;
            }
            for (Path target : disk.list(root)) {
                Path folder = target.resolve(manifestId);
                // Where this user can't write, no run of theirs can be under way.
                if (Files.isWritable(folder.resolve("local"))) {
                    locks.add(StateDirectory.lock(folder, holder));
                }
            }
        } catch (IOException e) {
            throw StateTrouble.unusable("lock", root, e);
        }
    }

    @Override
    public void close() {
        locks.forEach(StateLock::close);
    }
}
