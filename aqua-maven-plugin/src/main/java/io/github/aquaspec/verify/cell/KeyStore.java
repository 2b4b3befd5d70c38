package io.github.aquaspec.verify.cell;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The values of one column of one file, parted by their hash, so that equal ones lie in one part. Each part keeps up to
 * {@value #BUFFER} bytes in memory and the rest in the spill.
 */
final class KeyStore implements Closeable {

    static final int PARTS = 128;
    static final int BUFFER = 1 << 16;

    /** Length of the value, the value, number and offset of its record. */
    static final int LONGEST_ENTRY = 1 + Cell.LONGEST_KEY + 2 * Long.BYTES;

    private final Spill spill;
    private final byte[][] buffers = new byte[PARTS][];
    private final int[] filled = new int[PARTS];
    private final long[] spilled = new long[PARTS];
    private final byte[] value = new byte[Cell.LONGEST_KEY];

    KeyStore(Spill spill) {
        this.spill = spill;
    }

    void add(Cell cell, long number, long offset) throws IOException {
        int length = cell.key(value);
        int bytes = Math.min(length, Cell.LONGEST_KEY);
        int part = KeyTable.hash(value, 0, bytes) >>> 25;
        if (buffers[part] == null) {
            buffers[part] = new byte[BUFFER];
        }
        if (filled[part] + LONGEST_ENTRY > BUFFER) {
            spill.append(part, buffers[part], filled[part]);
            spilled[part] += filled[part];
            filled[part] = 0;
        }
        ByteBuffer entry = ByteBuffer.wrap(buffers[part], filled[part], LONGEST_ENTRY);
        entry.put((byte) length).put(value, 0, bytes).putLong(number).putLong(offset);
        filled[part] = entry.position();
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    /** All entries of a part, one behind the other. */
    byte[] part(int part) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) spilled[part] + filled[part]);
        if (spilled[part] > 0) {
            try (InputStream before = spill.read(part)) {
                before.transferTo(all);
            }
        }
        if (filled[part] > 0) {
            all.write(buffers[part], 0, filled[part]);
        }
        return all.toByteArray();
    }
}
