package io.github.aquaspec.verify;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/**
 * The packets of an OpenPGP message, of which only the data may be large: any other the library reads whole, into memory,
 * however long it says it is.
 */
final class PacketStream extends FilterInputStream {

    /** Keys, signatures and padding take a few hundred bytes each. */
    private static final int MOST_AROUND = 1 << 20;

    private final BooleanSupplier inData;
    private int around;

    /**
     * Bounds a stream.
     *
     * @param inData whether what is read now is the data
     */
    PacketStream(InputStream packets, BooleanSupplier inData) {
        super(packets);
        this.inData = inData;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) throws IOException {
        if (!inData.getAsBoolean()) {
            around += bytes;
        }
        if (around > MOST_AROUND) {
            throw new IOException("more than " + (MOST_AROUND >> 20) + " MiB stand around its data");
        }
    }
}
