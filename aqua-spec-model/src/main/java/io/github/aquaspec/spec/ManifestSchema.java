package io.github.aquaspec.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of a manifest, for editors. What is checked here is decided by {@link JobSpecs}. */
public final class ManifestSchema {

    /** What the file is called. */
    public static final String FILE = "aqua-manifest.schema.json";

    private static final String ID = "\"urn:aquaspec:aqua-manifest:";

    private ManifestSchema() {}

    /** The file, in UTF-8. */
    public static byte[] bytes() {
        try (InputStream in = ManifestSchema.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether some bytes are this schema, in this version or another one. */
    public static boolean isOne(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).contains(ID);
    }
}
