package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.OutputStream;

/** Counts and digests the CSV on its way out, and knows whether a line is open. */
final class ContentOutput {

    private final OutputStream out;
    private final Sha256 digest = new Sha256();
    private long bytes;
    private byte last = '\n';

    ContentOutput(OutputStream out) {
        this.out = out;
    }

    void write(byte[] content, int from, int to) throws ContentWriteException {
        if (from == to) {
            return;
        }
        try {
            out.write(content, from, to - from);
        } catch (IOException e) {
            throw new ContentWriteException(e);
        }
        digest.update(content, from, to - from);
        bytes += to - from;
        last = content[to - 1];
    }

    /**
     * Ends the open line, if any, as the lines above it end.
     *
     * @return how many bytes that took
     */
    int endLine(boolean crlf) throws ContentWriteException {
        if (last == '\n') {
            return 0;
        }
        byte[] end = {'\r', '\n'};
        int from = crlf && last != '\r' ? 0 : 1;
        write(end, from, end.length);
        return end.length - from;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return digest.hex();
    }
}
