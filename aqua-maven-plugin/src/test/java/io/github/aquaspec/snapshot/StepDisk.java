package io.github.aquaspec.snapshot;

import io.github.aquaspec.snapshot.FaultyDisk.Death;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A disk on which the process dies when it writes down a certain step: just before it, or just after. */
public final class StepDisk extends CachedDisk {

    private final String step;
    private final boolean written;
    private volatile boolean dead;

    private StepDisk(String step, boolean written) {
        this.step = "\"step\":\"" + step + "\"";
        this.written = written;
    }

    /** Dies before a step is written: it was taken, and nobody has written it down. */
    public static StepDisk diesBefore(String step) {
        return new StepDisk(step, false);
    }

    /** Dies once a step is written, and before the next thing is done. */
    public static StepDisk diesAfter(String step) {
        return new StepDisk(step, true);
    }

    @Override
    public NewFile createFile(Path file) throws IOException {
        requireAlive();
        return watched(super.createFile(file));
    }

    @Override
    public NewFile append(Path file) throws IOException {
        requireAlive();
        return watched(super.append(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        requireAlive();
        super.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        requireAlive();
        super.delete(path);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        requireAlive();
        super.createDirectory(directory);
    }

    private void requireAlive() {
        if (dead) {
            throw new Death();
        }
    }

    private NewFile watched(NewFile file) {
        return new NewFile() {
            private boolean holdsTheStep;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                holdsTheStep |= new String(bytes, from, length, StandardCharsets.UTF_8).contains(step);
                dead |= holdsTheStep && !written;
                requireAlive();
                file.write(bytes, from, length);
            }

            @Override
            public void force() throws IOException {
                file.force();
                dead |= holdsTheStep;
                requireAlive();
            }

            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
