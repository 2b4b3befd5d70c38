package io.github.aquaspec.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A connection in the middle of something: its end is a failure, and no end of what was under way. */
final class UnendingInput extends FilterInputStream {

    UnendingInput(InputStream wire) {
        super(wire);
    }

    @Override
    public int read() throws IOException {
        return alive(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return alive(super.read(buffer, offset, length));
    }

    private static int alive(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException("the connection ended before the answer did");
        }
        return read;
    }
}
