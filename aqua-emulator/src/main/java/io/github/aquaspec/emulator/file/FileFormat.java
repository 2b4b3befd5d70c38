package io.github.aquaspec.emulator.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The container of result files. */
public enum FileFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        OutputStream open(OutputStream out, String entry) {
            return out;
        }
    },
    GZIP("application/x-gzip;charset=UTF-8") {
        @Override
        OutputStream open(OutputStream out, String entry) throws IOException {
            return new GZIPOutputStream(out, 8192);
        }
    },
    ZIP("application/zip;charset=UTF-8") {
        @Override
        OutputStream open(OutputStream out, String entry) throws IOException {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry(entry));
            return zip;
        }
    };

    private final String contentType;

    FileFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The format of that name, in any case. */
    public static Optional<FileFormat> named(String word) {
        for (FileFormat format : values()) {
            if (format.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public String contentType() {
        return contentType;
    }

    /**
     * Wraps a stream; what is written to the result ends up in the container, which closing completes.
     *
     * @param entry the name inside, where the container has names
     */
    abstract OutputStream open(OutputStream out, String entry) throws IOException;
}
