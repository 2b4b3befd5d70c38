package io.github.aquaspec.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Tells trouble on the wire from trouble on the disk, for readers that copy one to the other, and times the waiting.
 * Closing it does nothing, for that would read on to the end; the answer is closed by its owner.
 */
final class ServedBody extends InputStream {

    private final InputStream wire;
    private final Watch watch;
    private boolean ended;

    ServedBody(InputStream wire, Watch watch) {
        this.wire = wire;
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        watch.waits();
        int count = -1;
        try {
            count = wire.read(buffer, offset, length);
        } catch (IOException e) {
            throw broken(e);
        } finally {
            watch.got(count);
        }
        if (watch.verdict().isPresent()) {
            throw broken(new IOException("the rest was given up"));
        }
        ended |= count < 0;
        return count;
    }

    /** Whether it was read to its end. */
    boolean isEnded() {
        return ended;
    }

    private TransferBrokenException broken(IOException cause) {
        return watch.verdict()
                .map(reason -> TransferBrokenException.tooSlow(reason, cause))
                .orElseGet(() -> new TransferBrokenException(cause));
    }
}
