package io.github.aquaspec.emulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The body of an answer.
 *
 * @param length in bytes, as announced; {@link #UNKNOWN} sends it in chunks
 * @param content writes it
 */
record Body(long length, Content content) {

    static final long UNKNOWN = -1;

    /** Writes a body. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Body of(byte[] bytes) {
        return new Body(bytes.length, out -> out.write(bytes));
    }

    static Body of(Path file) throws IOException {
        return new Body(Files.size(file), out -> Files.copy(file, out));
    }
}
