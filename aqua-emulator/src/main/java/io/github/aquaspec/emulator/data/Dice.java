package io.github.aquaspec.emulator.data;

import java.util.HexFormat;
import java.util.List;

/** Deterministic numbers for one cell: the same seed, name and row always give the same numbers, in any order. */
final class Dice {

    private long state;

    Dice(long seed, String name, long row) {
        this(start(seed, name), row);
    }

    /** The dice of a name whose start is known. */
    Dice(long start, long row) {
        this.state = mix(start + row);
    }

    /** Where the numbers of a name start, whatever the row. */
    static long start(long seed, String name) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed ^ name.charAt(i));
        }
        return mixed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** From 0 up to, not including, the bound. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From the first up to and including the last. */
    long between(long first, long last) {
        return first + Long.remainderUnsigned(next(), last - first + 1);
    }

    boolean percent(int share) {
        return below(100) < share;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    String hex(int length) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < length) {
            hex.append(HexFormat.of().toHexDigits(next()));
        }
        return hex.substring(0, length);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
