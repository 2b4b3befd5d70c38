package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.file.ResultFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The body of an answer.
 *
 * @param length in bytes, as announced; {@link #UNKNOWN} sends it in chunks
 * @param content writes it
 * @param file the result file that it is, where it is one
 */
record Body(long length, Content content, Optional<ResultFile> file) {

    static final long UNKNOWN = -1;

    /** Writes a body. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    Body(long length, Content content) {
        this(length, content, Optional.empty());
    }

    static Body of(byte[] bytes) {
        return new Body(bytes.length, out -> out.write(bytes));
    }

    static Body of(ResultFile file) throws IOException {
        return new Body(Files.size(file.path()), out -> Files.copy(file.path(), out), Optional.of(file));
    }

    /** The same bytes through another content, announced with another length. */
    Body changed(long otherLength, Content other) {
        return new Body(otherLength, other, file);
    }

    /** All of it, for bodies that are known to be small. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return bytes.toByteArray();
    }
}
