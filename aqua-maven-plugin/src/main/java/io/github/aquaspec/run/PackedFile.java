package io.github.aquaspec.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A data file while it is written, in its packing. Of the two streams one leads to the file: the bodies as they come, or
 * the CSV in them.
 *
 * @param asServed takes the bodies
 * @param content takes the CSV
 */
record PackedFile(OutputStream asServed, OutputStream content) implements Closeable {

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
        if (packing == Packing.AS_SERVED && bodies == 1) {
            return new PackedFile(file, nowhere);
        }
        // Its header names no time, so that equal CSV are equal files.
        return new PackedFile(nowhere, packing == Packing.PLAIN ? file : new GZIPOutputStream(file, BUFFER));
    }

    /** Nothing more comes; the file itself stays open. */
    void finish() throws IOException {
        if (content instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
    }

    /** Frees what packing has taken, and closes the file. */
    @Override
    public void close() throws IOException {
        content.close();
    }
}
