package io.github.aquaspec.verify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of an array in one number, the first lowest, and what is asked of them all at once. An answer has the high
 * bit of each byte that is meant; where it may have more, the lowest of them is right.
 */
final class EightBytes {

    static final int COUNT = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;

    private EightBytes() {}

    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Eight times the same. */
    static long allOf(int value) {
        return value * LOW_BITS;
    }

    /** Which are zero, or above that one perhaps. */
    static long zero(long eight) {
        return (eight - LOW_BITS) & ~eight & HIGH_BITS;
    }

    /** Which are less than a number up to 128, or above that one perhaps. */
    static long less(long eight, long allOfNumber) {
        return (eight - allOfNumber) & ~eight & HIGH_BITS;
    }

    /** Which are these of {@link #allOf}, and no others. */
    static long equal(long eight, long allOfValue) {
        long zeros = eight ^ allOfValue;
        return ~(((zeros & ~HIGH_BITS) + ~HIGH_BITS) | zeros | ~HIGH_BITS);
    }

    /** Which are no ASCII. */
    static long high(long eight) {
        return eight & HIGH_BITS;
    }

    /** How many bytes come before the lowest in an answer that is not empty. */
    static int before(long answer) {
        return Long.numberOfTrailingZeros(answer) >>> 3;
    }

    /** An answer without what is meant behind the lowest of another. */
    static long below(long answer, long other) {
        return answer & (other & -other) - 1;
    }
}
