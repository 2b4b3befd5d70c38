package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.GZIP;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952) to its last byte: every member, with header checksum, CRC-32 and length, and nothing behind the
 * last. The JDK's own stream may end after the first member and skips what it cannot read behind it, without a word.
 */
final class GzipContent implements Content, AutoCloseable {

    private static final int FHCRC = 2;
    private static final int FEXTRA = 4;
    private static final int FNAME = 8;
    private static final int FCOMMENT = 16;
    private static final int RESERVED = 0xe0;
    /** Longest name or comment in a header: a text without end would otherwise be read for ever. */
    private static final int MAX_TEXT = 1 << 16;

    private final ByteSource served;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long members;
    private boolean inMember;
    private boolean finished;

    GzipContent(ByteSource served) {
        this.served = served;
    }

    /** Members read to their end. */
    long members() {
        return members;
    }

    @Override
    public long consumed() {
        return inMember ? served.bytes() - inflater.getRemaining() : served.bytes() - (end - at);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException, CorruptFileException {
        while (!finished) {
            if (!inMember) {
                beginMember();
                continue;
            }
            int read = inflate(into, from, length);
            if (read > 0) {
                crc.update(into, from, read);
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damaged("a preset dictionary is asked for");
            } else if (inflater.needsInput()) {
                if (!refill()) {
                    throw truncated();
                }
                inflater.setInput(buffer, at, end - at);
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int from, int length) throws CorruptFileException {
        try {
            return inflater.inflate(into, from, length);
        } catch (DataFormatException e) {
            CorruptFileException damaged =
                    damaged(e.getMessage() == null ? "the compressed data makes no sense" : e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    private void beginMember() throws IOException, CorruptFileException {
        long start = consumed();
        if (members > 0 && at == end && !refill()) {
            finished = true;
            return;
        }
        crc.reset();
        if (next() != 0x1f || next() != 0x8b) {
            throw new CorruptFileException(
                    members > 0
                            ? new Fault.TrailingBytes(GZIP, start)
                            : new Fault.Damaged(GZIP, "no gzip header", start));
        }
        readHeader();
        crc.reset();
        inflater.reset();
        inflater.setInput(buffer, at, end - at);
        inMember = true;
    }

    private void readHeader() throws IOException, CorruptFileException {
        if (next() != 8) {
            throw damaged("the compression method is not deflate");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw damaged("a reserved header flag is set");
        }
        skip(6);
        if ((flags & FEXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & FNAME) != 0) {
            skipText();
        }
        if ((flags & FCOMMENT) != 0) {
            skipText();
        }
        if ((flags & FHCRC) != 0) {
            int expected = (int) crc.getValue() & 0xffff;
            int stored = next() | next() << 8;
            if (stored != expected) {
                throw damaged("the header checksum differs");
            }
        }
    }

    private void endMember() throws IOException, CorruptFileException {
        at = end - inflater.getRemaining();
        long content = inflater.getBytesWritten();
        long actual = crc.getValue();
        inMember = false;
        long expected = nextInt();
        if (expected != actual) {
            throw new CorruptFileException(new Fault.ChecksumDiffers(GZIP, expected, actual));
        }
        long length = nextInt();
        if (length != (content & 0xffff_ffffL)) {
            throw new CorruptFileException(new Fault.LengthDiffers(GZIP, length, content));
        }
        members++;
    }

    private long nextInt() throws IOException, CorruptFileException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int bytes) throws IOException, CorruptFileException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException, CorruptFileException {
        for (int length = 0; next() != 0; length++) {
            if (length == MAX_TEXT) {
                throw damaged("a text in the header has no end");
            }
        }
    }

    private int next() throws IOException, CorruptFileException {
        if (at == end && !refill()) {
            throw truncated();
        }
        int next = buffer[at++] & 0xff;
        crc.update(next);
        return next;
    }

    private boolean refill() throws IOException, CorruptFileException {
        int read = served.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(read, 0);
        return read > 0;
    }

    private CorruptFileException truncated() {
        return new CorruptFileException(new Fault.Truncated(GZIP, served.bytes()));
    }

    private CorruptFileException damaged(String what) {
        return new CorruptFileException(new Fault.Damaged(GZIP, what, consumed()));
    }

    @Override
    public void close() {
        inflater.end();
    }
}
