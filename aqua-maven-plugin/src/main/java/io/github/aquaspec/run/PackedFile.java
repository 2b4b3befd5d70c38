package io.github.aquaspec.run;

import io.github.aquaspec.run.plan.Packing;
import io.github.aquaspec.verify.VerifiedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * A data file while it is written, in its packing. Of the two streams one leads to the file: the bodies as they come, or
 * the CSV in them.
 *
 * @param asServed takes the bodies
 * @param content takes the CSV
 * @param digest the SHA-256 of the file once it is whole; what has been digested on the way is not digested again
 */
record PackedFile(OutputStream asServed, OutputStream content, Function<VerifiedFile, String> digest)
        implements Closeable {

    private static final int BUFFER = 1 << 16;

    /**
     * A file in its packing.
     *
     * @param bodies how many files of Zuora's it is made of: each has a header of its own, so more than one are joined as
     *     CSV, and compressed anew
     * @param file is closed with it
     */
    static PackedFile of(Packing packing, int bodies, OutputStream file) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        if (packing == Packing.PLAIN) {
            return new PackedFile(nowhere, file, VerifiedFile::sha256);
        }
        if (packing == Packing.AS_SERVED && bodies == 1) {
            return new PackedFile(
                    file, nowhere, verified -> verified.segments().get(0).servedSha256());
        }
        MessageDigest digest = sha256();
        // Its header names no time, so that equal CSV are equal files.
        OutputStream gzip = new GZIPOutputStream(new DigestOutputStream(file, digest), BUFFER);
        return new PackedFile(nowhere, gzip, verified -> HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Nothing more comes; the file itself stays open.
     *
     * @param verified what has gone into it
     * @return the SHA-256 of the file, 64 lower-case hex digits
     */
    String finish(VerifiedFile verified) throws IOException {
        if (content instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
        return digest.apply(verified);
    }

    /** Frees what packing has taken, and closes the file. */
    @Override
    public void close() throws IOException {
        content.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
