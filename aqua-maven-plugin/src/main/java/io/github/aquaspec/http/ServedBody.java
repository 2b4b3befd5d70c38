package io.github.aquaspec.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells trouble on the wire from trouble on the disk, for readers that copy one to the other. */
final class ServedBody extends FilterInputStream {

    ServedBody(InputStream wire) {
        super(wire);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new TransferBrokenException(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new TransferBrokenException(e);
        }
    }
}
