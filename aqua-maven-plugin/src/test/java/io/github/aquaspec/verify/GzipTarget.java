package io.github.aquaspec.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The gzip reader, fed anything: what it takes for sound, the JDK reads to the same bytes; all else is a fault. */
public final class GzipTarget {

    /** Content that is looked at; beyond it an input is of no interest. */
    static final int MOST = 1 << 20;

    private interface Reader {
        byte[] read(byte[] served, int portion) throws IOException, CorruptFileException;
    }

    private GzipTarget() {}

    /** Holds the reader against its contract. */
    public static void check(byte[] input) throws IOException {
        check(input, GzipTarget::read);
    }

    /** Never looks at the checksums of later members. */
    public static void checkPlanted(byte[] input) throws IOException {
        check(input, (served, portion) -> {
            try {
                return read(served, portion);
            } catch (CorruptFileException e) {
                if (e.fault() instanceof Fault.ChecksumDiffers && hasSecondMember(served)) {
                    return new byte[0];
                }
                throw e;
            }
        });
    }

    private static boolean hasSecondMember(byte[] served) throws IOException {
        for (int at = 18; at < served.length - 1; at++) {
            if (served[at] == 0x1f && served[at + 1] == (byte) 0x8b && isSound(Arrays.copyOf(served, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSound(byte[] served) throws IOException {
        try {
            read(served, served.length);
            return true;
        } catch (CorruptFileException e) {
            return false;
        }
    }

    private static byte[] read(byte[] served, int portion) throws IOException, CorruptFileException {
        MeasuredInput measured = new MeasuredInput(
                Wrapping.inPortions(served, portion),
                OutputStream.nullOutputStream(),
                Optional.empty(),
                served.length + 1);
        try (GzipContent gzip = new GzipContent(measured)) {
            return drained(gzip);
        }
    }

    /** As much of the content as is looked at. */
    static byte[] drained(Content content) throws IOException, CorruptFileException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        int read = 0;
        while (read >= 0 && bytes.size() < MOST) {
            bytes.write(buffer, 0, read);
            read = content.read(buffer, 0, buffer.length);
        }
        return bytes.toByteArray();
    }

    private static void check(byte[] input, Reader reader) throws IOException {
        if (input.length == 0) {
            return;
        }
        Optional<byte[]> whole = taken(reader, input, input.length);
        Optional<byte[]> bytewise = taken(reader, input, 1);
        if (whole.isPresent() != bytewise.isPresent()) {
            throw new AssertionError("taken or not by the size of the pieces that it comes in");
        }
        if (whole.isEmpty()) {
            return;
        }
        byte[] expected;
        try (GZIPInputStream jdk = new GZIPInputStream(new ByteArrayInputStream(input))) {
            expected = jdk.readNBytes(whole.get().length + 1);
        } catch (IOException e) {
            throw new AssertionError("taken for sound, and the JDK says: " + e.getMessage(), e);
        }
        boolean beyond = whole.get().length >= MOST;
        boolean same = beyond
                ? Arrays.mismatch(whole.get(), expected) == whole.get().length
                : Arrays.equals(whole.get(), expected);
        if (!(same && Arrays.equals(whole.get(), bytewise.get()))) {
            throw new AssertionError("other bytes than the JDK's");
        }
    }

    private static Optional<byte[]> taken(Reader reader, byte[] input, int portion) throws IOException {
        try {
            return Optional.of(reader.read(input, portion));
        } catch (CorruptFileException e) {
            return Optional.empty();
        }
    }
}
