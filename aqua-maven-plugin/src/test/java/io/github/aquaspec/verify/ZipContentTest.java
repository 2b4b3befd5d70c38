package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.ZIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ZipContentTest {

    private static final byte[] TABLE = "Account.Id,Account.Name\n1,\"Kings, 90\"\n2,York\n3,Way\n".getBytes(UTF_8);
    private static final byte[] SERVED = Wrapping.zip("8ad.csv", TABLE);

    @Test
    void noticesACutAtEveryByte() {
        for (int length = 0; length < SERVED.length; length++) {
            Fault fault = Attempt.at(ZIP, Arrays.copyOf(SERVED, length)).fails();
            assertThat(fault)
                    .as("cut at %d", length)
                    .isEqualTo(length == 0 ? new Fault.Empty() : new Fault.Truncated(ZIP, length));
        }
        assertThat(Attempt.at(ZIP, SERVED).content()).isEqualTo(TABLE);
    }

    @Tag("large")
    @Test
    void neverHandsOnOtherBytes_whicheverBitFlips() {
        for (int bit = 0; bit < SERVED.length * 8; bit++) {
            byte[] flipped = SERVED.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Attempt attempt = Attempt.at(ZIP, flipped);
            if (attempt.file().isPresent()) {
                assertThat(attempt.content()).as("bit %d", bit).isEqualTo(TABLE);
            }
        }
    }

    @Tag("large")
    @Test
    void neverTripsOver_whicheverByteIsOverwritten() {
        for (int at = 4; at < SERVED.length; at++) {
            for (int value : new int[] {0x00, 0x7f, 0x80, 0xff}) {
                byte[] changed = SERVED.clone();
                changed[at] = (byte) value;
                Attempt attempt = Attempt.at(ZIP, changed);
                if (attempt.file().isPresent()) {
                    assertThat(attempt.content()).as("byte %d", at).isEqualTo(TABLE);
                }
            }
        }
    }

    @Test
    void takesAStoredEntry_aZip64Archive_andAComment() throws Exception {
        assertThat(Attempt.at(ZIP, archive(zip -> zip.setMethod(ZipArchiveOutputStream.STORED)))
                        .content())
                .isEqualTo(TABLE);
        byte[] zip64 = archive(zip -> zip.setUseZip64(Zip64Mode.Always));
        assertThat(Attempt.at(ZIP, zip64).content()).isEqualTo(TABLE);
        byte[] commented = archive(zip -> zip.setComment("made by the billing system"));
        assertThat(Attempt.at(ZIP, commented).content()).isEqualTo(TABLE);
        byte[] described = archive(entry -> entry.setComment("of the entry"), zip -> {});
        assertThat(Attempt.at(ZIP, described).content()).isEqualTo(TABLE);
        for (byte[] archive : new byte[][] {zip64, commented}) {
            for (int length = 4; length < archive.length; length++) {
                assertThat(Attempt.at(ZIP, Arrays.copyOf(archive, length)).file())
                        .as("cut at %d of %d", length, archive.length)
                        .isEmpty();
            }
        }
    }

    private static byte[] archive(Consumer<ZipArchiveOutputStream> settings) throws IOException {
        return archive(entry -> {}, settings);
    }

    private static byte[] archive(Consumer<ZipArchiveEntry> of, Consumer<ZipArchiveOutputStream> settings)
            throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
            settings.accept(zip);
            ZipArchiveEntry entry = new ZipArchiveEntry("a.csv");
            entry.setSize(TABLE.length);
            CRC32 crc = new CRC32();
            crc.update(TABLE);
            entry.setCrc(crc.getValue());
            of.accept(entry);
            zip.putArchiveEntry(entry);
            zip.write(TABLE);
            zip.closeArchiveEntry();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    @Test
    void fails_whenThereIsNotExactlyOneEntry() throws IOException {
        assertThat(Attempt.at(ZIP, entries()).fails()).isEqualTo(new Fault.EntryCount(0));
        assertThat(Attempt.at(ZIP, entries("a.csv", "b.csv")).fails()).isEqualTo(new Fault.EntryCount(2));
        assertThat(Attempt.at(ZIP, entries("a.csv", "folder/")).fails()).isEqualTo(new Fault.EntryCount(2));
        assertThat(Attempt.at(ZIP, entries("a.csv")).succeeds().records()).isEqualTo(3);
    }

    @Test
    void fails_whenAnEntryIsThereTwice_orTwoShareTheirData() throws IOException {
        assertThat(Attempt.at(ZIP, twice(true)).fails()).isEqualTo(new Fault.EntryCount(2));
        assertThat(Attempt.at(ZIP, twice(false)).fails()).isEqualTo(new Fault.EntryCount(2));
    }

    /** An archive whose directory names its one entry twice, under one name or two. */
    private static byte[] twice(boolean sameName) throws IOException {
        byte[] one = archive(zip -> {});
        int directory = directory(one);
        byte[] entry = Arrays.copyOfRange(one, directory, one.length - 22);
        byte[] other = entry.clone();
        other[46] = (byte) (other[46] + (sameName ? 0 : 1));
        byte[] two = Wrapping.join(
                Arrays.copyOf(one, directory), entry, other, Arrays.copyOfRange(one, one.length - 22, one.length));
        ByteBuffer end = end(two);
        end.putShort(end.position() + 8, (short) 2);
        end.putShort(end.position() + 10, (short) 2);
        end.putInt(end.position() + 12, 2 * entry.length);
        return two;
    }

    @Test
    void neverLooksAtTheName() throws IOException {
        for (String name :
                new String[] {"/etc/passwd", "../../up", "C:\\windows\\x", "nul\u0000.csv", "CON", "a/../b"}) {
            assertThat(Attempt.at(ZIP, entries(name)).content()).as(name).isEqualTo(TABLE);
        }
    }

    @Test
    void fails_whenTheDirectoryHidesAnEntry() throws IOException {
        byte[] two = entries("a.csv", "b.csv");
        ByteBuffer end = end(two);
        end.putShort(end.position() + 8, (short) 1);
        end.putShort(end.position() + 10, (short) 1);
        assertThat(Attempt.at(ZIP, two).file()).isEmpty();
    }

    @Test
    void fails_whenTheEntryIsNoPlainFile() throws IOException {
        assertThat(Attempt.at(ZIP, entries("folder/")).fails()).isEqualTo(new Fault.UnreadableEntry("a directory"));
        byte[] encrypted = SERVED.clone();
        int directory = directory(SERVED);
        encrypted[directory + 8] |= 1;
        encrypted[6] |= 1;
        assertThat(Attempt.at(ZIP, encrypted).fails()).isEqualTo(new Fault.UnreadableEntry("encrypted"));
        byte[] method = SERVED.clone();
        method[directory + 10] = 12;
        method[8] = 12;
        assertThat(Attempt.at(ZIP, method).fails())
                .isEqualTo(new Fault.UnreadableEntry("compressed by method 12, not by deflate"));
    }

    @Test
    void fails_whenTheEntryIsALink() throws IOException {
        byte[] link = archive(zip -> {});
        ByteBuffer bytes = ByteBuffer.wrap(link).order(ByteOrder.LITTLE_ENDIAN);
        int directory = directory(link);
        link[directory + 5] = 3; // made by: unix
        bytes.putInt(directory + 38, 0120777 << 16);
        assertThat(Attempt.at(ZIP, link).fails()).isEqualTo(new Fault.UnreadableEntry("a symbolic link"));
    }

    @Test
    void fails_whenDeclaredFiguresAreNotTheContents() throws IOException {
        byte[] size = archive(zip -> {});
        size[directory(size) + 24] ^= 1;
        size[22] ^= 1;
        assertThat(Attempt.at(ZIP, size).fails())
                .isEqualTo(new Fault.LengthDiffers(ZIP, TABLE.length ^ 1, TABLE.length));
        byte[] sum = archive(zip -> {});
        sum[directory(sum) + 16] ^= 1;
        sum[14] ^= 1;
        assertThat(Attempt.at(ZIP, sum).fails()).isInstanceOf(Fault.ChecksumDiffers.class);
        byte[] twofold = SERVED.clone();
        twofold[directory(twofold) + 16] ^= 1;
        assertThat(Attempt.at(ZIP, twofold).fails().sentence())
                .contains("the directory and the data descriptor disagree");
    }

    @Test
    void fails_whenTheEntrysOwnHeaderIsNotTheDirectorys() throws IOException {
        // a flag for encryption, one for a descriptor, the method, CRC-32, sizes: in the header alone
        for (int at : new int[] {6, 8, 14, 18, 22}) {
            byte[] header = archive(zip -> {});
            header[at] ^= 1;
            assertThat(Attempt.at(ZIP, header).fails().sentence())
                    .as("byte %d", at)
                    .contains("the directory and the entry's own header disagree");
        }
        byte[] descriptor = archive(zip -> {});
        descriptor[6] ^= 8;
        assertThat(Attempt.at(ZIP, descriptor).fails().sentence())
                .contains("the directory and the entry's own header disagree");
    }

    @Test
    void fails_whenTheTwoEndRecordsOfAZip64ArchiveDisagree() throws IOException {
        byte[] sound = archive(zip -> zip.setUseZip64(Zip64Mode.Always));
        int end = sound.length - 22;
        for (int at : new int[] {end + 10, end + 12, end + 16}) {
            byte[] other = sound.clone();
            other[at] ^= 2;
            assertThat(Attempt.at(ZIP, other).fails().sentence())
                    .as("byte %d", at - end)
                    .contains("the two end records disagree");
        }
        byte[] astray = sound.clone();
        astray[end - 12] ^= 1;
        assertThat(Attempt.at(ZIP, astray).fails().sentence()).contains("the ZIP64 end record is not where it belongs");
    }

    private static int directory(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
    }

    @Test
    void fails_whenBytesBelongToNothing() {
        byte[] junk = {'j', 'u', 'n', 'k'};
        assertThat(Attempt.at(ZIP, Wrapping.join(SERVED, junk)).fails())
                .isEqualTo(new Fault.TrailingBytes(ZIP, SERVED.length + 4));
        assertThat(beforeDirectory(junk).sentence()).contains("the directory and the data descriptor disagree");
        assertThat(beforeDirectory(Arrays.copyOf(junk, 5)).sentence())
                .contains("the directory does not follow the entry");
        byte[] shifted = Wrapping.join(junk, SERVED);
        assertThat(Attempt.at(ZIP, shifted).fails()).isInstanceOf(Fault.NotData.class);
    }

    @Test
    void fails_whenTheDirectorysEntryReachesIntoTheEndRecord() throws IOException {
        // name, extra fields, comment
        for (int at : new int[] {28, 30, 32}) {
            byte[] longer = archive(zip -> {});
            longer[directory(longer) + at] = (byte) (longer[directory(longer) + at] + 4);
            assertThat(Attempt.at(ZIP, longer).file()).as("length at %d", at).isEmpty();
        }
        byte[] comment = archive(zip -> {});
        comment[directory(comment) + 32] = (byte) (comment[directory(comment) + 32] + 4);
        assertThat(Attempt.at(ZIP, comment).fails().sentence()).contains("the directory is not as long as its entry");
    }

    @Test
    void refusesADirectoryOfManyEntries_beforeItIsRead() throws IOException {
        byte[] many = entries(
                IntStream.range(0, 5000).mapToObj(i -> "entry-" + i + ".csv").toArray(String[]::new));
        end(many).putShort(many.length - 12, (short) 1).putShort(many.length - 14, (short) 1);

        assertThat(Attempt.at(ZIP, many).fails().sentence()).contains("the directory is not as long as one entry");
    }

    @Test
    void refusesASecondEndRecord_inTheComment() {
        byte[] end = Arrays.copyOfRange(SERVED, SERVED.length - 22, SERVED.length);
        byte[] commented = Wrapping.join(SERVED, end);
        commented[SERVED.length - 2] = 22;
        commented[commented.length - 2] = 1; // so that it does not reach the end of the file either

        assertThat(Attempt.at(ZIP, commented).fails()).isInstanceOf(Fault.TrailingBytes.class);
    }

    private static Fault beforeDirectory(byte[] junk) {
        int directory = directory(SERVED);
        byte[] served = Wrapping.join(
                Arrays.copyOf(SERVED, directory), junk, Arrays.copyOfRange(SERVED, directory, SERVED.length));
        end(served).putInt(served.length - 6, directory + junk.length);
        return Attempt.at(ZIP, served).fails();
    }

    @Test
    void fails_whenAnArchiveLiesInsideTheArchive() {
        Fault fault = Attempt.at(ZIP, Wrapping.zip("a.zip", SERVED)).fails();
        assertThat(fault.sentence())
                .isEqualTo(
                        "expected CSV inside the zip file, found zip once more, as a proxy makes it that compresses what is compressed");
    }

    @Tag("large")
    @Test
    void stopsABomb() {
        byte[] zeros = new byte[8 << 20];
        Arrays.fill(zeros, (byte) 'a');
        zeros[1] = '\n';
        assertThat(Attempt.at(ZIP, Wrapping.zip("a", zeros)).fails()).isInstanceOf(Fault.RatioTooHigh.class);
    }

    private static ByteBuffer end(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).position(archive.length - 22);
    }

    private static byte[] entries(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(TABLE);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
