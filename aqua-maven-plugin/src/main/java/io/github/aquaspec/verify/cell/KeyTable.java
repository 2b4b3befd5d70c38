package io.github.aquaspec.verify.cell;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The values of a part, each with the first record that holds it, by open addressing. It grows with the values that differ,
 * and with nothing else.
 */
final class KeyTable {

    /** No record holds a value yet. */
    static final int NONE = -1;

    private static final int HOLDER = 2 * Long.BYTES + Integer.BYTES;

    private byte[] entries = new byte[1 << 14];
    private int end;
    private int values;
    private int[] slots = empty(1 << 10);

    /**
     * Takes in the value of a record.
     *
     * @param length of the value, or {@link Cell#HASHED}
     * @param file which of the files the record is in, from 0
     * @return where the first record with this value is noted, for {@link #holder}; {@link #NONE} where it is this one
     */
    int put(int length, byte[] value, int file, long number, long offset) {
        int bytes = bytes(length);
        int slot = hash(value, 0, bytes) & (slots.length - 1);
        while (slots[slot] != NONE && !isSame(slots[slot], length, value)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        int needed = Math.addExact(end, 1 + bytes + HOLDER);
        if (needed > entries.length) {
            entries = Arrays.copyOf(entries, Math.addExact(entries.length, entries.length / 2));
        }
        ByteBuffer.wrap(entries, end, needed - end)
                .put((byte) length)
                .put(value, 0, bytes)
                .putInt(file)
                .putLong(number)
                .putLong(offset);
        slots[slot] = end;
        end = needed;
        if (++values > slots.length / 2) {
            grow();
        }
        return NONE;
    }

    /** The record that is noted at a place. */
    FoundRecord holder(int place) {
        ByteBuffer record = ByteBuffer.wrap(entries, place + 1 + bytes(entries[place]), HOLDER);
        return new FoundRecord(record.getInt(), record.getLong(), record.getLong(), "");
    }

    private boolean isSame(int place, int length, byte[] value) {
        int bytes = bytes(length);
        return entries[place] == length && Arrays.equals(entries, place + 1, place + 1 + bytes, value, 0, bytes);
    }

    private void grow() {
        slots = empty(slots.length * 2);
        for (int place = 0; place < end; place += 1 + bytes(entries[place]) + HOLDER) {
            int slot = hash(entries, place + 1, bytes(entries[place])) & (slots.length - 1);
            while (slots[slot] != NONE) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = place;
        }
    }

    private static int[] empty(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** How many bytes a value of some length has. */
    static int bytes(int length) {
        return Math.min(length, Cell.LONGEST_KEY);
    }

    /** Spread over all bits; equal values have equal ones. */
    static int hash(byte[] bytes, int from, int length) {
        long hash = 0x9e37_79b9_7f4a_7c15L + length;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0x0000_0100_0000_01b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xbf58_476d_1ce4_e5b9L;
        return (int) (hash ^ hash >>> 29);
    }
}
