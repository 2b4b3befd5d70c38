package io.github.aquaspec.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The local disk, for tests that change one thing about it. */
public class ForwardingDisk implements Disk {

    private final Disk disk = Disk.local();

    @Override
    public void createDirectory(Path directory) throws IOException {
        disk.createDirectory(directory);
    }

    @Override
    public NewFile createFile(Path file) throws IOException {
        return disk.createFile(file);
    }

    @Override
    public NewFile createPrivateFile(Path file) throws IOException {
        return disk.createPrivateFile(file);
    }

    @Override
    public NewFile append(Path file) throws IOException {
        return disk.append(file);
    }

    @Override
    public InputStream read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        disk.forceDirectory(directory);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.delete(path);
    }

    @Override
    public Kind kind(Path path) throws IOException {
        return disk.kind(path);
    }

    @Override
    public boolean leadsToDirectory(Path path) throws IOException {
        return disk.leadsToDirectory(path);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return disk.list(directory);
    }
}
