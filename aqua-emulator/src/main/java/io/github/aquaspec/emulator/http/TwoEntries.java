package io.github.aquaspec.emulator.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Puts a second entry into a zip file. */
final class TwoEntries {

    private TwoEntries() {}

    static void write(Body zip, String name, String content, OutputStream out) throws IOException {
        ZipOutputStream both = new ZipOutputStream(out);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                both.putNextEntry(new ZipEntry(entry.getName()));
                entries.transferTo(both);
                both.closeEntry();
            }
        }
        both.putNextEntry(new ZipEntry(name));
        both.write(content.getBytes(StandardCharsets.UTF_8));
        both.finish();
    }
}
