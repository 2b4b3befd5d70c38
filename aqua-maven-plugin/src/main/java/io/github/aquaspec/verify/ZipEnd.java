package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.ZIP;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The end record of a ZIP archive (APPNOTE 4.3.16), which has to end where the file ends, and what it says about the
 * rest: one entry at the start of the file, the directory right behind it, the end record right behind that.
 *
 * @param fileBytes length of the archive
 * @param offset where the end record begins
 * @param entries how many the archive announces
 * @param directoryBytes length of the central directory
 * @param directoryOffset where it begins
 */
record ZipEnd(long fileBytes, long offset, int entries, long directoryBytes, long directoryOffset) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int BYTES = 22;
    private static final int MAX_COMMENT = 0xffff;
    /** A count, size or offset of all ones stands in the ZIP64 records before the end record. */
    private static final long IN_ZIP64 = 0xffff_ffffL;
    /** The ZIP64 end record and its locator. */
    private static final int ZIP64_BYTES = 56 + 20;
    /** The longest data descriptor: signature, CRC-32 and two 8-byte sizes. */
    private static final int MAX_DESCRIPTOR = 24;

    static ZipEnd read(Path archive) throws IOException, CorruptFileException {
        try (SeekableByteChannel channel = Files.newByteChannel(archive)) {
            long size = channel.size();
            int length = (int) Math.min(size, BYTES + MAX_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(size - length);
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                // read on: a channel may hand out less than asked for
            }
            boolean seen = false;
            for (int at = length - BYTES; at >= 0; at--) {
                if (tail.getInt(at) == SIGNATURE) {
                    seen = true;
                    if (at + BYTES + unsigned(tail, at + 20) == length) {
                        return of(tail, at, size);
                    }
                }
            }
            throw new CorruptFileException(seen ? new Fault.TrailingBytes(ZIP, size) : new Fault.Truncated(ZIP, size));
        }
    }

    /** Fails unless entry, directory and end record fill the archive. */
    void requireOnly(ZipArchiveEntry entry) throws CorruptFileException {
        if (entries != 1) {
            throw new CorruptFileException(new Fault.EntryCount(entries));
        }
        long dataEnd = entry.getDataOffset() + entry.getCompressedSize();
        boolean zip64 = directoryOffset == IN_ZIP64 || directoryBytes == IN_ZIP64;
        long directoryStart = zip64 ? offset - ZIP64_BYTES - directoryLength(entry) : directoryOffset;
        long gap = directoryStart - dataEnd;
        boolean descriptor = entry.getGeneralPurposeBit().usesDataDescriptor();
        if (entry.getLocalHeaderOffset() != 0) {
            throw damaged("bytes stand before the entry", 0);
        }
        if (gap < 0 || gap > (descriptor ? MAX_DESCRIPTOR : 0)) {
            throw damaged("bytes stand between the entry and the directory", dataEnd);
        }
        long slack = offset - directoryOffset - directoryBytes;
        if (!zip64 && slack != 0 && slack != ZIP64_BYTES) {
            throw damaged("bytes stand between the directory and its end record", directoryOffset + directoryBytes);
        }
    }

    private static long directoryLength(ZipArchiveEntry entry) {
        int comment = entry.getComment() == null ? 0 : entry.getComment().length();
        return 46L + entry.getRawName().length + entry.getCentralDirectoryExtra().length + comment;
    }

    private static ZipEnd of(ByteBuffer tail, int at, long size) {
        long offset = size - tail.capacity() + at;
        return new ZipEnd(
                size,
                offset,
                unsigned(tail, at + 10),
                tail.getInt(at + 12) & 0xffff_ffffL,
                tail.getInt(at + 16) & 0xffff_ffffL);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static CorruptFileException damaged(String what, long offset) {
        return new CorruptFileException(new Fault.Damaged(ZIP, what, offset));
    }
}
