package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A {@link ByteSource} for a library that wants a stream. Libraries wrap and swallow exceptions, so the source's own is
 * remembered: a connection that fails is not a broken message.
 */
final class SourceStream extends InputStream {

    private static final int LAST = 128;

    private final ByteSource source;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long taken;
    private String last = "";
    private IOException failure;
    private CorruptFileException fault;

    SourceStream(ByteSource source) {
        this.source = source;
    }

    /** Bytes that the reader of this stream has taken. */
    long taken() {
        return taken;
    }

    /** Throws what the source threw, if it did. */
    void rethrow() throws IOException, CorruptFileException {
        if (fault != null) {
            throw fault;
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        taken++;
        return buffer[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, from, read);
        at += read;
        taken += read;
        return read;
    }

    /** The last bytes before the end, as Latin letters; all when there are few. To be asked at the end only. */
    String last() {
        return last;
    }

    private void remember() {
        String read = new String(buffer, Math.max(0, end - LAST), Math.min(end, LAST), StandardCharsets.ISO_8859_1);
        String all = last + read;
        last = all.substring(Math.max(0, all.length() - LAST));
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        try {
            remember();
            at = 0;
            end = Math.max(source.read(buffer, 0, buffer.length), 0);
            return end > 0;
        } catch (CorruptFileException e) {
            fault = e;
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
