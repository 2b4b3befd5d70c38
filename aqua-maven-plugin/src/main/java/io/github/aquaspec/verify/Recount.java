package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Counts a stored file again, from its bytes alone. */
public final class Recount {

    private final Limits limits;

    /** Counts within these limits. */
    public Recount(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a {@code .csv}, or a {@code .csv.gz}, from its first byte to its last; {@code servedBytes} and
     * {@code servedSha256} of the result are those of the file as stored.
     *
     * @throws CorruptFileException the file is not complete or not sound
     * @throws IOException the file cannot be read, or is a symbolic link
     */
    public VerifiedFile count(Path csvOrGz) throws IOException, CorruptFileException {
        boolean gzip = csvOrGz.getFileName().toString().endsWith(".gz");
        try (InputStream in = Files.newInputStream(csvOrGz, LinkOption.NOFOLLOW_LINKS)) {
            return Verification.verify(
                    gzip ? Container.GZIP : Container.CSV, in, OutputStream.nullOutputStream(), limits, csvOrGz);
        }
    }
}
