package io.github.aquaspec.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Counts what is read, a buffer at a time. */
public final class CountedInput extends FilterInputStream {

    private final LongConsumer counter;

    /**
     * Counts what is read from a stream.
     *
     * @param counter is told how many bytes came with each read
     */
    public CountedInput(InputStream in, LongConsumer counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            counter.accept(1);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            counter.accept(count);
        }
        return count;
    }
}
