package io.github.aquaspec.verify.cell;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The values of one column of one file, parted by their hash, so that equal ones lie in one part. Each part keeps up to
 * {@value #BUFFER} bytes in memory and the rest in the spill.
 */
final class KeyStore implements Closeable {

    static final int PARTS = 128;
    static final int BUFFER = 1 << 15;

    /** Length of the value, the value, number and offset of its record. */
    static final int LONGEST_ENTRY = 1 + Cell.LONGEST_KEY + 2 * Long.BYTES;

    private static final byte[] NOTHING = {};

    private final Spill spill;
    private final byte[][] buffers = new byte[PARTS][];
    private final int[] filled = new int[PARTS];
    private final byte[] value = new byte[Cell.LONGEST_KEY];

    KeyStore(Spill spill) {
        this.spill = spill;
    }

    void add(Cell cell, long number, long offset) throws IOException {
        int length = cell.key(value);
        int bytes = KeyTable.bytes(length);
        int part = KeyTable.hash(value, 0, bytes) >>> 25;
        if (buffers[part] == null) {
            buffers[part] = new byte[BUFFER];
        }
        if (filled[part] + LONGEST_ENTRY > BUFFER) {
            spill.append(part, buffers[part], filled[part]);
            filled[part] = 0;
        }
        ByteBuffer entry = ByteBuffer.wrap(buffers[part], filled[part], LONGEST_ENTRY);
        entry.put((byte) length).put(value, 0, bytes).putLong(number).putLong(offset);
        filled[part] = entry.position();
    }

    /** Gives the memory back: all that is in it goes into the spill. */
    void release() throws IOException {
        for (int part = 0; part < PARTS; part++) {
            if (filled[part] > 0) {
                spill.append(part, buffers[part], filled[part]);
                filled[part] = 0;
            }
            buffers[part] = null;
        }
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(buffers, null);
        Arrays.fill(filled, 0);
        spill.close();
    }

    /** Goes through the values of a part, in the order of the file. */
    void each(int part, Visitor visitor) throws IOException {
        InputStream memory = new ByteArrayInputStream(filled[part] == 0 ? NOTHING : buffers[part], 0, filled[part]);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new SequenceInputStream(spill.read(part), memory)))) {
            for (int length = in.read(); length >= 0; length = in.read()) {
                in.readFully(value, 0, KeyTable.bytes(length));
                visitor.value(length, value, in.readLong(), in.readLong());
            }
        }
    }

    /** Is shown values, each valid until the next. */
    interface Visitor {

        /**
         * A value.
         *
         * @param length in bytes, or {@link Cell#HASHED}
         */
        void value(int length, byte[] value, long number, long offset);
    }
}
