package io.github.aquaspec.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip reader, fed anything: what it takes for sound, the JDK reads as an archive of one entry to the same bytes, of
 * the CRC-32 that the directory gives; all else is a fault.
 */
public final class ZipTarget {

    /** What only the JDK minds: names, and extra fields that no reader of data looks at. */
    private static final List<String> NOTHING_TO_US = List.of("bad entry name", "extra data field");

    private interface Reader {
        byte[] read(Path archive) throws IOException, CorruptFileException;
    }

    private ZipTarget() {}

    /** Holds the reader against its contract. */
    public static void check(byte[] input) throws IOException {
        check(input, ZipTarget::read);
    }

    /** Never looks at the checksum of an entry that is not compressed. */
    public static void checkPlanted(byte[] input) throws IOException {
        check(input, archive -> {
            try {
                return read(archive);
            } catch (CorruptFileException e) {
                if (e.fault() instanceof Fault.ChecksumDiffers && input[8] == ZipEntry.STORED) {
                    try (ZipFile jdk = new ZipFile(archive.toFile());
                            InputStream in = jdk.getInputStream(jdk.entries().nextElement())) {
                        return in.readAllBytes();
                    }
                }
                throw e;
            }
        });
    }

    private static byte[] read(Path archive) throws IOException, CorruptFileException {
        try (ZipContent zip = ZipContent.open(archive)) {
            return GzipTarget.drained(zip);
        }
    }

    private static void check(byte[] input, Reader reader) throws IOException {
        Path archive = Files.createTempFile("fuzz", ".zip");
        try {
            Files.write(archive, input);
            byte[] content = reader.read(archive);
            if (content.length < GzipTarget.MOST) {
                requireSame(archive, content);
            }
        } catch (CorruptFileException e) {
            // what the contract has it say
        } finally {
            Files.delete(archive);
        }
    }

    private static void requireSame(Path archive, byte[] content) throws IOException {
        try (ZipFile jdk = new ZipFile(archive.toFile())) {
            List<? extends ZipEntry> entries = jdk.stream().toList();
            if (entries.size() != 1) {
                throw new AssertionError("the JDK sees " + entries.size() + " entries");
            }
            CRC32 crc = new CRC32();
            crc.update(content);
            try (InputStream in = jdk.getInputStream(entries.get(0))) {
                if (!Arrays.equals(in.readAllBytes(), content) || entries.get(0).getCrc() != crc.getValue()) {
                    throw new AssertionError("other bytes than the JDK's, or than the directory's");
                }
            }
        } catch (ZipException e) {
            if (NOTHING_TO_US.stream().anyMatch(e.getMessage()::contains)) {
                return;
            }
            throw new AssertionError("taken for sound, and the JDK says: " + e.getMessage(), e);
        }
    }
}
