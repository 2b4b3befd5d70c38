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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The result files of an emulator, in a temporary directory that goes when it is closed. */
public final class ResultFiles implements AutoCloseable {

    private final Path directory;
    private final Map<String, ResultFile> files = new ConcurrentHashMap<>();

    public ResultFiles() throws IOException {
        this.directory = Files.createTempDirectory("aqua-emulator-");
    }

    /** Writes all rows of a source into a new file. The file is not to be seen until it is {@linkplain #publish published}. */
    public ResultFile write(String id, FileFormat format, CellFormat cells, RowSource rows)
            throws IOException, SQLException {
        Path path = directory.resolve(id);
        try {
            return new ResultFile(id, format, path, write(path, id, format, cells, rows));
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static long write(Path path, String id, FileFormat format, CellFormat cells, RowSource rows)
            throws IOException, SQLException {
        long records = 0;
        try (OutputStream file = Files.newOutputStream(path);
                OutputStream container = format.open(file, id);
                Writer writer = new BufferedWriter(new OutputStreamWriter(container, StandardCharsets.UTF_8))) {
            CsvWriter csv = new CsvWriter(writer);
            csv.row(rows.header());
            for (List<Object> row = rows.next(); row != null; row = rows.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the work was stopped");
                }
                csv.row(row.stream().map(cells::text).toList());
                records++;
            }
        }
        return records;
    }

    /** From now on the file can be found by its id. */
    public void publish(ResultFile file) {
        files.put(file.id(), file);
    }

    public Optional<ResultFile> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        files.clear();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(directory);
    }
}
