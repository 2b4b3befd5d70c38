package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.ZIP;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Reads the one entry of a ZIP archive by its central directory. Reading archives as a stream loses entries without a
 * word when the bytes stop early. The entry's name is never looked at; its size and CRC-32 are held against what comes
 * out, and no byte of the archive may be unaccounted for.
 */
final class ZipContent implements Content, AutoCloseable {

    private final ZipFile zip;
    private final ZipArchiveEntry entry;
    private final InputStream raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private long rawBytes;
    private long bytes;
    private boolean finished;

    private ZipContent(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        this.zip = zip;
        this.entry = entry;
        this.raw = zip.getRawInputStream(entry);
    }

    /** Opens a complete archive that holds exactly one plain, unencrypted file. */
    static ZipContent open(Path archive) throws IOException, CorruptFileException {
        ZipEnd end = ZipEnd.read(archive).requireOne();
        ZipFile zip = null;
        try {
            zip = ZipFile.builder()
                    .setPath(archive)
                    .setIgnoreLocalFileHeader(false)
                    .get();
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() != 1) {
                throw new CorruptFileException(new Fault.EntryCount(entries.size()));
            }
            ZipArchiveEntry entry = entries.get(0);
            requirePlainFile(entry);
            end.requireOnly(entry, archive);
            ZipContent content = new ZipContent(zip, entry);
            zip = null;
            return content;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(e); // the archive lies on our own disk, complete: what cannot be read is its structure
        } finally {
            if (zip != null) {
                zip.close();
            }
        }
    }

    @Override
    public long consumed() {
        return rawBytes - inflater.getRemaining();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException, CorruptFileException {
        if (finished) {
            return -1;
        }
        int read = entry.getMethod() == ZipMethod.STORED.getCode()
                ? readRaw(into, from, length)
                : inflate(into, from, length);
        if (read > 0) {
            crc.update(into, from, read);
            bytes += read;
        } else {
            finished = true;
            requireDeclared();
        }
        return read;
    }

    private int inflate(byte[] into, int from, int length) throws IOException, CorruptFileException {
        try {
            while (true) {
                int read = inflater.inflate(into, from, length);
                if (read > 0) {
                    return read;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new CorruptFileException(
                            new Fault.Damaged(ZIP, "a preset dictionary is asked for", consumed()));
                }
                int more = readRaw(buffer, 0, buffer.length);
                if (more < 0) {
                    throw new CorruptFileException(
                            new Fault.Damaged(ZIP, "the compressed data stops early", consumed()));
                }
                inflater.setInput(buffer, 0, more);
            }
        } catch (DataFormatException e) {
            throw damaged(e);
        }
    }

    private int readRaw(byte[] into, int from, int length) throws IOException {
        int read = raw.read(into, from, length);
        rawBytes += Math.max(read, 0);
        return read;
    }

    private void requireDeclared() throws CorruptFileException {
        if (consumed() != entry.getCompressedSize()) {
            throw new CorruptFileException(new Fault.Damaged(ZIP, "the compressed data ends early", consumed()));
        }
        if (bytes != entry.getSize()) {
            throw new CorruptFileException(new Fault.LengthDiffers(ZIP, entry.getSize(), bytes));
        }
        if (crc.getValue() != entry.getCrc()) {
            throw new CorruptFileException(new Fault.ChecksumDiffers(ZIP, entry.getCrc(), crc.getValue()));
        }
    }

    private static void requirePlainFile(ZipArchiveEntry entry) throws CorruptFileException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new CorruptFileException(new Fault.UnreadableEntry("encrypted"));
        }
        if (entry.isDirectory()) {
            throw new CorruptFileException(new Fault.UnreadableEntry("a directory"));
        }
        if (entry.isUnixSymlink()) {
            throw new CorruptFileException(new Fault.UnreadableEntry("a symbolic link"));
        }
        if (entry.getMethod() != ZipMethod.STORED.getCode() && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
            throw new CorruptFileException(
                    new Fault.UnreadableEntry("compressed by method " + entry.getMethod() + ", not by deflate"));
        }
    }

    private static CorruptFileException damaged(Exception cause) {
        String what = cause.getMessage() == null ? "its structure makes no sense" : Excerpt.of(cause.getMessage());
        CorruptFileException damaged = new CorruptFileException(new Fault.Damaged(ZIP, what, 0));
        damaged.initCause(cause);
        return damaged;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        zip.close();
    }
}
