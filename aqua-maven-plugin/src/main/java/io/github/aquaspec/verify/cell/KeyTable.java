package io.github.aquaspec.verify.cell;

import java.util.Arrays;

/** Which values of a part were seen: open addressing over the bytes of the entries themselves. */
final class KeyTable {

    private static final int NONE = -1;

    private final byte[] entries;
    private final int[] slots;

    /**
     * An empty table.
     *
     * @param entries of one part, one behind the other
     */
    KeyTable(byte[] entries) {
        this.entries = entries;
        int shortest = 1 + 1 + 2 * Long.BYTES;
        this.slots = new int[Integer.highestOneBit(Math.max(4, entries.length / shortest)) << 2];
        Arrays.fill(slots, NONE);
    }

    /** Where the entry lies that has the value of this one; itself where it is the first. */
    int first(int entry) {
        int length = length(entries, entry);
        int slot = hash(entries, entry + 1, length) & (slots.length - 1);
        while (slots[slot] != NONE && !isSame(slots[slot], entry, length)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        if (slots[slot] == NONE) {
            slots[slot] = entry;
        }
        return slots[slot];
    }

    private boolean isSame(int a, int b, int length) {
        return entries[a] == entries[b]
                && Arrays.equals(entries, a + 1, a + 1 + length, entries, b + 1, b + 1 + length);
    }

    /** How many bytes the value of an entry has. */
    static int length(byte[] entries, int entry) {
        return Math.min(entries[entry], Cell.LONGEST_KEY);
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
