package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The local disk, except that one change (counted from 1) goes wrong: the process dies before or after it and nothing
 * more happens, or it fails once and life goes on.
 */
public final class FaultyDisk implements Disk {

    /** How the change goes wrong. */
    public enum Fault {
        DIES_BEFORE,
        DIES_AFTER,
        FAILS,
        /** The whole JVM is gone before the change, nothing is unwound. */
        HALTS
    }

    /** The faults that whoever tests can live with. */
    public static final List<Fault> WITHIN_A_PROCESS = List.of(Fault.DIES_BEFORE, Fault.DIES_AFTER, Fault.FAILS);

    /** The process is dead. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Disk disk = new CachedDisk();
    private final Fault fault;
    private final int at;
    private int changes;
    private boolean dead;

    public FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** A disk on which all goes well, for counting the changes of a run. */
    public static FaultyDisk counting() {
        return new FaultyDisk(Fault.FAILS, Integer.MAX_VALUE);
    }

    public int changes() {
        return changes;
    }

    private interface Change<T> {
        T make() throws IOException;
    }

    private synchronized <T> T change(Change<T> change) throws IOException {
        requireAlive();
        changes++;
        if (changes == at && fault == Fault.FAILS) {
            throw new IOException("input/output error");
        }
        if (changes == at && fault == Fault.HALTS) {
            Runtime.getRuntime().halt(137);
        }
        if (changes == at && fault == Fault.DIES_BEFORE) {
            dead = true;
            throw new Death();
        }
        T result = change.make();
        if (changes == at) {
            dead = true;
            throw new Death();
        }
        return result;
    }

    private void requireAlive() {
        if (dead) {
            throw new Death();
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        change(() -> {
            disk.createDirectory(directory);
            return null;
        });
    }

    @Override
    public NewFile createFile(Path file) throws IOException {
        return new FaultyFile(change(() -> disk.createFile(file)));
    }

    @Override
    public NewFile createPrivateFile(Path file) throws IOException {
        return new FaultyFile(change(() -> disk.createPrivateFile(file)));
    }

    @Override
    public NewFile append(Path file) throws IOException {
        return new FaultyFile(change(() -> disk.append(file)));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        change(() -> {
            disk.forceDirectory(directory);
            return null;
        });
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        change(() -> {
            disk.move(from, to);
            return null;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        change(() -> {
            disk.delete(path);
            return null;
        });
    }

    @Override
    public InputStream read(Path file) throws IOException {
        requireAlive();
        return disk.read(file);
    }

    @Override
    public Kind kind(Path path) throws IOException {
        requireAlive();
        return disk.kind(path);
    }

    @Override
    public boolean leadsToDirectory(Path path) throws IOException {
        requireAlive();
        return disk.leadsToDirectory(path);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        requireAlive();
        return disk.list(directory);
    }

    private final class FaultyFile implements NewFile {

        private final NewFile file;

        FaultyFile(NewFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            change(() -> {
                file.write(bytes, from, length);
                return null;
            });
        }

        @Override
        public void force() throws IOException {
            change(() -> {
                file.force();
                return null;
            });
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close(); // the system closes the files of the dead
        }
    }
}
