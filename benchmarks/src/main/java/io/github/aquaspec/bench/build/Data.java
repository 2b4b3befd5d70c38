package io.github.aquaspec.bench.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Results to be served, made once and kept.
 *
 * @param folder where they lie
 */
record Data(Path folder) {

    /** The bytes of a record, about. */
    static final int RECORD = 139;

    /** A result of this size in one file. */
    Served file(String format, long megabytes) throws IOException {
        return served(format, records(megabytes), 1);
    }

    /** A result of this size in segments, each with its header. */
    Served segments(String format, long megabytes, int segments) throws IOException {
        return served(format, records(megabytes), segments);
    }

    /** A result of so many records in one file. */
    Served records(String format, long records) throws IOException {
        return served(format, records, 1);
    }

    /** A result of so many records of an id alone, in CSV. */
    Served ids(long records) throws IOException {
        return served("ids", records, 1);
    }

    private static long records(long megabytes) {
        return megabytes * 1_000_000 / RECORD;
    }

    private Served served(String format, long records, int segments) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        long bytes = 0;
        long each = records / segments;
        for (int i = 0; i < segments; i++) {
            long here = i < segments - 1 ? each : records - each * i;
            Path file = folder.resolve("account-" + here + "-" + i + "." + format);
            Path size = folder.resolve(file.getFileName() + ".size");
            if (!Files.exists(size)) {
                Path part = folder.resolve(file.getFileName() + ".part");
                long written = write(part, format, i, here);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(size, Long.toString(written));
            }
            files.add(file);
            bytes += Long.parseLong(Files.readString(size));
        }
        return new Served(files, format.equals("ids") ? "csv" : format, records, bytes);
    }

    private static long write(Path file, String format, int seed, long records) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            AccountCsv csv = new AccountCsv(seed);
            return switch (format) {
                case "ids" -> csv.writeIds(out, records);
                case "csv" -> csv.write(out, records);
                case "gzip" -> {
                    try (OutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
                        yield csv.write(gzip, records);
                    }
                }
                case "zip" -> {
                    ZipOutputStream zip = new ZipOutputStream(out);
                    zip.putNextEntry(new ZipEntry("account.csv"));
                    long bytes = csv.write(zip, records);
                    zip.closeEntry();
                    zip.finish();
                    yield bytes;
                }
                default -> throw new IllegalArgumentException(format);
            };
        }
    }
}
