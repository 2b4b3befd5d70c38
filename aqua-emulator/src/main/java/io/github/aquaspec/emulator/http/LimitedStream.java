package io.github.aquaspec.emulator.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets so many bytes through and swallows the rest. */
final class LimitedStream extends FilterOutputStream {

    private long left;

    LimitedStream(OutputStream out, long limit) {
        super(out);
        this.left = limit;
    }

    @Override
    public void write(int b) throws IOException {
        if (left > 0) {
            left--;
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int allowed = (int) Math.min(left, length);
        left -= allowed;
        out.write(bytes, from, allowed);
    }
}
