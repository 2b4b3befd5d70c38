package io.github.aquaspec.verify;

import java.io.IOException;
import java.util.Arrays;

/**
 * What one wrapping of a body holds. Its first bytes can be looked at before they are read, and it may not outgrow the
 * body as served, however many wrappings lie between.
 */
final class Layer implements Content, ByteSource {

    private static final int START = 512;

    private final Content content;
    private final MeasuredInput served;
    private final Limits limits;
    private final byte[] start;
    private int startAt;
    private long bytes;

    private Layer(Content content, MeasuredInput served, Limits limits, byte[] start) {
        this.content = content;
        this.served = served;
        this.limits = limits;
        this.start = start;
    }

    /** A layer whose first bytes are here. */
    static Layer of(Content content, MeasuredInput served, Limits limits) throws IOException, CorruptFileException {
        byte[] start = new byte[START];
        int filled = Content.fill(content, start);
        return new Layer(content, served, limits, Arrays.copyOf(start, filled));
    }

    /** The first bytes, a few hundred; all of them when there are fewer. */
    byte[] start() {
        return start.clone();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException, CorruptFileException {
        int read;
        if (startAt < start.length) {
            read = Math.min(length, start.length - startAt);
            System.arraycopy(start, startAt, into, from, read);
            startAt += read;
        } else {
            read = content.read(into, from, length);
        }
        if (read > 0) {
            bytes += read;
            limits.check(bytes, served.bytes());
        }
        return read;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public long consumed() {
        return served.bytes();
    }
}
