package io.github.aquaspec.snapshot;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The local disk, all of whose calls come from one thread. Strace counts the calls of each thread for itself: this way
 * the n-th call is the n-th of the run. The thread is ahead of all others in its counts, so none gets there before it.
 */
public final class OneThreadDisk implements Disk {

    /** More calls than any other thread makes while classes are loaded and requests are sent. */
    public static final int AHEAD = 700;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "disk");
        made.setDaemon(true);
        return made;
    });
    private final Disk disk = Disk.local();

    /** The thread is ahead when this returns. */
    public OneThreadDisk() throws IOException {
        on(() -> {
            for (int i = 0; i < AHEAD; i++) {
                try (FileOutputStream nowhere = new FileOutputStream("/dev/null")) {
                    nowhere.write(0);
                }
            }
            return null;
        });
    }

    private <T> T on(Callable<T> call) throws IOException {
        try {
            return thread.submit(call).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody stops this run", e);
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        on(() -> {
            disk.createDirectory(directory);
            return null;
        });
    }

    @Override
    public NewFile createFile(Path file) throws IOException {
        return new OneThreadFile(on(() -> disk.createFile(file)));
    }

    @Override
    public NewFile createPrivateFile(Path file) throws IOException {
        return new OneThreadFile(on(() -> disk.createPrivateFile(file)));
    }

    @Override
    public NewFile append(Path file) throws IOException {
        return new OneThreadFile(on(() -> disk.append(file)));
    }

    @Override
    public InputStream read(Path file) throws IOException {
        return on(() -> disk.read(file));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        on(() -> {
            disk.forceDirectory(directory);
            return null;
        });
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        on(() -> {
            disk.move(from, to);
            return null;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        on(() -> {
            disk.delete(path);
            return null;
        });
    }

    @Override
    public Kind kind(Path path) throws IOException {
        return on(() -> disk.kind(path));
    }

    @Override
    public boolean leadsToDirectory(Path path) throws IOException {
        return on(() -> disk.leadsToDirectory(path));
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return on(() -> disk.list(directory));
    }

    private final class OneThreadFile implements NewFile {

        private final NewFile file;

        OneThreadFile(NewFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            on(() -> {
                file.write(bytes, from, length);
                return null;
            });
        }

        @Override
        public void force() throws IOException {
            on(() -> {
                file.force();
                return null;
            });
        }

        @Override
        public long size() throws IOException {
            return on(file::size);
        }

        @Override
        public void close() throws IOException {
            on(() -> {
                file.close();
                return null;
            });
        }
    }
}
