package io.github.aquaspec.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of receipts: of one manifest, and of the whole set. */
public final class RunSchema {

    /** What the file is called. */
    public static final String FILE = "aqua-run.schema.json";

    /** What a receipt of a manifest says that it is. */
    static final String ID = "urn:aquaspec:aqua-run:1";

    /** What the receipt of a set says that it is. */
    static final String ID_OF_SET = "urn:aquaspec:aqua-run-set:1";

    private RunSchema() {}

    /** The file, in UTF-8. */
    public static byte[] bytes() {
        try (InputStream in = RunSchema.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether some bytes are this schema, in this version or another one. */
    public static boolean isOne(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).contains("\"urn:aquaspec:aqua-run:");
    }
}
