package io.github.aquaspec.fuzz;

import java.lang.management.ManagementFactory;

/** A target that may take only so much memory: what it allocates for one input, freed since or not. */
record Bounded(Target target) implements Target {

    /** For each input, and for each of its bytes. */
    static final long MOST_BYTES = 64L << 20;

    static final long MOST_BYTES_EACH = 32L << 10;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public void take(byte[] input) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        target.take(input);
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (taken > MOST_BYTES + MOST_BYTES_EACH * input.length) {
            throw new AssertionError(taken + " bytes of memory taken for an input of " + input.length);
        }
    }
}
