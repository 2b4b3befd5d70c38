package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.scenario.FileEdit;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A result file whose records are changed within its container. Encrypted records stay as they are. */
final class EditedFile {

    private static final int ZIP = 0x504B;
    private static final int GZIP = 0x1F8B;
    private static final int ARMOUR = 0x2D2D;

    private EditedFile() {}

    static void write(Path file, FileEdit edit, long record, OutputStream out) throws IOException {
        EditedRecords records = new EditedRecords(edit, record);
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            switch (magic(in)) {
                case ZIP -> zip(new ZipInputStream(in), records, new ZipOutputStream(buffered));
                case GZIP -> {
                    GZIPOutputStream gzip = new GZIPOutputStream(buffered);
                    records(new GZIPInputStream(in), records, gzip);
                    gzip.finish();
                }
                default -> records(in, records, buffered);
            }
        }
        buffered.flush();
    }

    private static void zip(ZipInputStream in, EditedRecords records, ZipOutputStream out) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            out.putNextEntry(new ZipEntry(entry.getName()));
            records(in, records, out);
            out.closeEntry();
        }
        out.finish();
    }

    private static void records(InputStream content, EditedRecords records, OutputStream out) throws IOException {
        InputStream in = new BufferedInputStream(content);
        int magic = magic(in);
        // No header begins with a byte above 127, but every binary OpenPGP packet does.
        if (magic == ARMOUR || magic >>> 15 == 1) {
            in.transferTo(out);
        } else {
            records.copy(in, out);
        }
    }

    private static int magic(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic;
    }
}
