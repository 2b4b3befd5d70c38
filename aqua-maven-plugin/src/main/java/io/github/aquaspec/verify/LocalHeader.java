package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.ZIP;

import java.nio.ByteBuffer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What stands before the entry's data (APPNOTE 4.3.7). Readers that take an archive as a stream go by it, others by the
 * directory: where the two disagree, they would read different things.
 */
record LocalHeader(int signature, int flags, int method, long crc, long compressedBytes, long bytes) {

    static final int BYTES = 30;

    private static final int SIGNATURE = 0x04034b50;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED = 8;
    /** The size stands in the ZIP64 field. */
    private static final long ELSEWHERE = 0xffff_ffffL;

    static LocalHeader read(ByteBuffer header) {
        return new LocalHeader(
                header.getInt(0),
                header.getShort(6) & 0xffff,
                header.getShort(8) & 0xffff,
                header.getInt(14) & 0xffff_ffffL,
                header.getInt(18) & 0xffff_ffffL,
                header.getInt(22) & 0xffff_ffffL);
    }

    /** Fails unless the directory says the same of the entry. */
    void requireOf(ZipArchiveEntry entry) throws CorruptFileException {
        boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
        boolean described = entry.getGeneralPurposeBit().usesDataDescriptor();
        boolean same = signature == SIGNATURE
                && method == entry.getMethod()
                && has(ENCRYPTED) == encrypted
                && has(DESCRIBED) == described;
        if (!same || !(described || hasFiguresOf(entry))) {
            throw new CorruptFileException(
                    new Fault.Damaged(ZIP, "the directory and the entry's own header disagree", 0));
        }
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private boolean hasFiguresOf(ZipArchiveEntry entry) {
        return crc == entry.getCrc()
                && (compressedBytes == ELSEWHERE || compressedBytes == entry.getCompressedSize())
                && (bytes == ELSEWHERE || bytes == entry.getSize());
    }
}
