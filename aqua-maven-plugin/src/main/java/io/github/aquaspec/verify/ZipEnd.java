package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.ZIP;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What the end of a ZIP archive says about the rest (APPNOTE 4.3.14 to 4.3.16): the end record ends where the file ends,
 * the central directory right before it, the one entry's data right before that, its header at the start of the file.
 *
 * @param entries how many entries the archive announces
 * @param directoryOffset where the central directory begins, by its own word
 * @param directoryBytes its length
 * @param directoryEnd where the records behind the directory begin
 */
record ZipEnd(long entries, long directoryOffset, long directoryBytes, long directoryEnd) {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final long NONE = 0xffff_ffffL;
    /** One entry of the directory without its name, extra fields and comment. */
    private static final int DIRECTORY_BYTES = 46;

    private static final int MOST_NAMED = 3 * 0xffff;

    private static final int DESCRIPTOR = 0x08074b50;
    /** With sizes of 4 or 8 bytes, each without and with a signature. */
    private static final Set<Long> DESCRIPTOR_BYTES = Set.of(12L, 16L, 20L, 24L);

    static ZipEnd read(Path archive) throws IOException, CorruptFileException {
        try (SeekableByteChannel channel = Files.newByteChannel(archive)) {
            long size = channel.size();
            int length = (int) Math.min(size, END_BYTES + MAX_COMMENT + LOCATOR_BYTES + END64_BYTES);
            return find(read(channel, size - length, length), size - length);
        }
    }

    /** Fails unless the directory can be that of one entry: a library reads it whole, into memory. */
    ZipEnd requireOne() throws CorruptFileException {
        if (entries != 1) {
            throw new CorruptFileException(new Fault.EntryCount(entries));
        }
        if (directoryOffset + directoryBytes != directoryEnd) {
            throw damaged("the end record does not follow the directory", directoryEnd);
        }
        if (directoryBytes < DIRECTORY_BYTES || directoryBytes > DIRECTORY_BYTES + MOST_NAMED) {
            throw damaged("the directory is not as long as one entry", directoryOffset);
        }
        return this;
    }

    /** Fails unless entry, directory and end records fill the archive. */
    void requireOnly(ZipArchiveEntry entry, Path archive) throws IOException, CorruptFileException {
        if (entry.getLocalHeaderOffset() != 0) {
            throw damaged("bytes stand before the entry", 0);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(archive)) {
            LocalHeader.read(read(channel, 0, LocalHeader.BYTES)).requireOf(entry);
            requireAdjoining(entry, channel);
        }
    }

    private void requireAdjoining(ZipArchiveEntry entry, SeekableByteChannel channel)
            throws IOException, CorruptFileException {
        long dataEnd = entry.getDataOffset() + entry.getCompressedSize();
        long gap = directoryOffset - dataEnd;
        boolean described = entry.getGeneralPurposeBit().usesDataDescriptor();
        if (described ? !DESCRIPTOR_BYTES.contains(gap) : gap != 0) {
            throw damaged("the directory does not follow the entry", dataEnd);
        }
        if (described) {
            requireDescriptor(entry, dataEnd, read(channel, dataEnd, (int) gap));
        }
        ByteBuffer header = read(channel, directoryOffset, DIRECTORY_BYTES);
        int named = unsigned(header, 28) + unsigned(header, 30) + unsigned(header, 32);
        if (DIRECTORY_BYTES + named != directoryBytes) {
            throw damaged("the directory is not as long as its entry", directoryOffset);
        }
    }

    /** Behind the data stand CRC-32 and two sizes again, after a signature or not (APPNOTE 4.3.9). */
    private static void requireDescriptor(ZipArchiveEntry entry, long from, ByteBuffer found)
            throws CorruptFileException {
        boolean signed = found.limit() % Long.BYTES == 0;
        boolean wide = found.limit() >= 20;
        if ((signed && found.getInt() != DESCRIPTOR)
                || (found.getInt() & 0xffff_ffffL) != entry.getCrc()
                || size(found, wide) != entry.getCompressedSize()
                || size(found, wide) != entry.getSize()) {
            throw damaged("the directory and the data descriptor disagree", from);
        }
    }

    private static long size(ByteBuffer bytes, boolean wide) {
        return wide ? bytes.getLong() : bytes.getInt() & 0xffff_ffffL;
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // a channel may hand out less than asked for
        }
        return bytes.flip();
    }

    private static ZipEnd find(ByteBuffer tail, long tailOffset) throws CorruptFileException {
        int length = tail.limit();
        boolean seen = false;
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                if (at + END_BYTES + unsigned(tail, at + 20) == length && !seen) {
                    return hasZip64(tail, at) ? zip64(tail, at, tailOffset) : zip(tail, at, tailOffset);
                }
                seen = true;
            }
        }
        long size = tailOffset + length;
        throw new CorruptFileException(seen ? new Fault.TrailingBytes(ZIP, size) : new Fault.Truncated(ZIP, size));
    }

    private static ZipEnd zip(ByteBuffer tail, int at, long tailOffset) {
        return new ZipEnd(
                unsigned(tail, at + 10),
                tail.getInt(at + 16) & 0xffff_ffffL,
                tail.getInt(at + 12) & 0xffff_ffffL,
                tailOffset + at);
    }

    private static boolean hasZip64(ByteBuffer tail, int at) {
        return at >= LOCATOR_BYTES && tail.getInt(at - LOCATOR_BYTES) == LOCATOR;
    }

    private static ZipEnd zip64(ByteBuffer tail, int at, long tailOffset) throws CorruptFileException {
        int locator = at - LOCATOR_BYTES;
        int end64 = locator - END64_BYTES;
        if (end64 < 0 || tail.getInt(end64) != END64 || tail.getLong(locator + 8) != tailOffset + end64) {
            throw damaged("the ZIP64 end record is not where it belongs", tailOffset + at);
        }
        ZipEnd wide = new ZipEnd(
                tail.getLong(end64 + 32), tail.getLong(end64 + 48), tail.getLong(end64 + 40), tailOffset + end64);
        ZipEnd narrow = zip(tail, at, tailOffset);
        if (!(agree(narrow.entries, 0xffff, wide.entries)
                && agree(narrow.directoryOffset, NONE, wide.directoryOffset)
                && agree(narrow.directoryBytes, NONE, wide.directoryBytes))) {
            throw damaged("the two end records disagree", tailOffset + at);
        }
        return wide;
    }

    /** A field of the smaller record holds the figure, or that it does not (APPNOTE 4.4.1.4). */
    private static boolean agree(long narrow, long none, long wide) {
        return narrow == wide || narrow == none;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static CorruptFileException damaged(String what, long offset) {
        return new CorruptFileException(new Fault.Damaged(ZIP, what, offset));
    }
}
