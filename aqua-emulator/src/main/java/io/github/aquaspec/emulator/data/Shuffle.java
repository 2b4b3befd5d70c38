package io.github.aquaspec.emulator.data;

/** A permutation of 0 … size − 1 that needs no memory: a step that shares no factor with the size. */
final class Shuffle {

    private final long size;
    private final long start;
    private final long step;

    Shuffle(long size, long key) {
        this.size = size;
        this.start = size == 0 ? 0 : Long.remainderUnsigned(key, size);
        long candidate = size == 0 ? 1 : Long.remainderUnsigned(key * 31 + 7, size) / 2 + size / 3 + 1;
        while (gcd(candidate, Math.max(size, 1)) != 1) {
            candidate++;
        }
        this.step = candidate;
    }

    long at(long index) {
        return (start + index * step) % size;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
