package io.github.aquaspec.emulator.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The result files of an emulator. */
public final class ResultFiles implements AutoCloseable {

    private final Path directory;
    private final boolean temporary;

    /** Files in a temporary directory that goes when they are closed. */
    public ResultFiles() throws IOException {
        this.directory = Files.createTempDirectory("aqua-emulator-");
        this.temporary = true;
    }

    /** Files in a directory in which they stay; it is made where it is not there. */
    public ResultFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.temporary = false;
    }

    /** Writes all rows of a source into a new file. */
    public ResultFile write(String id, Packing packing, CellFormat cells, RowSource rows)
            throws IOException, SQLException {
        return part(id, packing, cells, new Rows(rows), Long.MAX_VALUE);
    }

    /**
     * Writes all rows of a source into new files, each with the header and as full as it may be; one file where there are
     * no rows.
     *
     * @param ids gives an id for each file
     * @param most rows in a file, at least 1
     */
    public List<ResultFile> writeSegments(
            Supplier<String> ids, Packing packing, CellFormat cells, RowSource rows, int most)
            throws IOException, SQLException {
        List<ResultFile> segments = new ArrayList<>();
        Rows all = new Rows(rows);
        try {
            do {
                segments.add(part(ids.get(), packing, cells, all, most));
            } while (all.peek() != null);
            return segments;
        } catch (IOException | SQLException | RuntimeException e) {
            for (ResultFile segment : segments) {
                Files.deleteIfExists(segment.path());
            }
            throw e;
        }
    }

    private ResultFile part(String id, Packing packing, CellFormat cells, Rows rows, long most)
            throws IOException, SQLException {
        Path path = directory.resolve(id);
        try {
            return new ResultFile(id, packing.format(), path, write(path, id, packing, cells, rows, most));
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static long write(Path path, String id, Packing packing, CellFormat cells, Rows rows, long most)
            throws IOException, SQLException {
        long records = 0;
        try (OutputStream file = Files.newOutputStream(path);
                OutputStream packed = packing.open(file, id);
                Writer writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            CsvWriter csv = new CsvWriter(writer, packing.dialect());
            csv.row(rows.header());
            while (records < most && rows.peek() != null) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the work was stopped");
                }
                csv.row(rows.take().stream().map(cells::text).toList());
                records++;
            }
            csv.end();
        }
        return records;
    }

    /** The file as it was written by an earlier emulator, if it is still there. */
    public Optional<ResultFile> left(String id, FileFormat format, long records) {
        Path path = directory.resolve(id);
        return Files.isRegularFile(path) ? Optional.of(new ResultFile(id, format, path, records)) : Optional.empty();
    }

    public void remove(ResultFile file) throws IOException {
        Files.deleteIfExists(file.path());
    }

    /** Removes what an earlier emulator left, but for the files of these ids. */
    public void removeAllBut(Set<String> kept) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                if (!kept.contains(String.valueOf(path.getFileName()))) {
                    Files.delete(path);
                }
            }
        }
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(directory);
    }
}
