package io.github.aquaspec.verify;

import java.io.IOException;

/** CSV as served. Its end is wherever the bytes end: only counting records can tell a cut. */
final class PlainContent implements Content {

    private final MeasuredInput served;

    PlainContent(MeasuredInput served) {
        this.served = served;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException, CorruptFileException {
        return served.read(into, from, length);
    }

    @Override
    public long consumed() {
        return served.bytes();
    }
}
