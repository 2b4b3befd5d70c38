package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Counts, bounds, digests and copies what is read through it: the bytes as served. */
final class MeasuredInput implements ByteSource {

    private final InputStream in;
    private final OutputStream copy;
    private final Optional<Sha256> digest;
    private final long maxBytes;
    private byte[] peeked = new byte[0];
    private int peekedAt;
    private long bytes;

    /**
     * An input whose bytes go to {@code copy} too, each of them once and in order.
     *
     * @param digest takes them too, where nobody else does
     */
    MeasuredInput(InputStream in, OutputStream copy, Optional<Sha256> digest, long maxBytes) {
        this.in = in;
        this.copy = copy;
        this.digest = digest;
        this.maxBytes = maxBytes;
    }

    /** The first bytes, which will be read again; fewer when the body is shorter. To be called once, before reading. */
    byte[] peek(int length) throws IOException {
        peeked = in.readNBytes(length);
        return peeked.clone();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException, CorruptFileException {
        int read = peekedAt < peeked.length ? takePeeked(into, from, length) : readOn(into, from, length);
        if (read > 0) {
            if (digest.isPresent()) {
                digest.get().update(into, from, read);
            }
            bytes += read;
            if (bytes > maxBytes) {
                throw new CorruptFileException(new Fault.TooLarge(maxBytes));
            }
            keep(into, from, read);
        }
        return read;
    }

    private void keep(byte[] read, int from, int length) throws ContentWriteException {
        try {
            copy.write(read, from, length);
        } catch (IOException e) {
            throw new ContentWriteException(e);
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    Optional<String> sha256() {
        return digest.map(Sha256::hex);
    }

    private int takePeeked(byte[] into, int from, int length) {
        int taken = Math.min(length, peeked.length - peekedAt);
        System.arraycopy(peeked, peekedAt, into, from, taken);
        peekedAt += taken;
        if (peekedAt == peeked.length) {
            peeked = Arrays.copyOf(peeked, 0);
            peekedAt = 0;
        }
        return taken;
    }

    private int readOn(byte[] into, int from, int length) throws IOException {
        int read;
        do {
            read = in.read(into, from, length);
        } while (read == 0);
        return read;
    }
}
