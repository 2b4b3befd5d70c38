package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files cut at each byte and changed in each bit: refused, or read to the right bytes. In the profile proof, longer ones. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DamageTest {

    private static final int RECORDS = Boolean.getBoolean("aqua.proof") ? 150 : 2;
    private static final byte[] TABLE = table();
    /** Where a record begins. */
    private static final int HALF = new String(TABLE, UTF_8).indexOf('\n', TABLE.length / 2) + 1;

    /** Ways to wrap the table. */
    enum Wrapped {
        GZIP(Container.GZIP, Wrapping.gzip(TABLE)),
        GZIP_OF_TWO_MEMBERS(
                Container.GZIP,
                Wrapping.join(
                        Wrapping.gzip(Arrays.copyOf(TABLE, HALF)),
                        Wrapping.gzip(Arrays.copyOfRange(TABLE, HALF, TABLE.length)))),
        ZIP(Container.ZIP, archive(ZipArchiveOutputStream.DEFLATED, Zip64Mode.Never)),
        ZIP_WITH_DESCRIPTOR(Container.ZIP, Wrapping.zip("a.csv", TABLE)),
        ZIP_NOT_COMPRESSED(Container.ZIP, archive(ZipArchiveOutputStream.STORED, Zip64Mode.Never)),
        ZIP64(Container.ZIP, archive(ZipArchiveOutputStream.DEFLATED, Zip64Mode.Always));

        private final Container container;
        private final byte[] served;

        Wrapped(Container container, byte[] served) {
            this.container = container;
            this.served = served;
        }
    }

    private static byte[] table() {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("Account.Id,Account.Name\n");
        for (int i = 0; i < RECORDS; i++) {
            csv.append(Long.toHexString(random.nextLong()))
                    .append(",\"Kings, ")
                    .append(i)
                    .append("\"\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    private static byte[] archive(int method, Zip64Mode mode) {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
            zip.setUseZip64(mode);
            ZipArchiveEntry entry = new ZipArchiveEntry("a.csv");
            CRC32 crc = new CRC32();
            crc.update(TABLE);
            entry.setMethod(method);
            entry.setSize(TABLE.length);
            entry.setCrc(crc.getValue());
            zip.putArchiveEntry(entry);
            zip.write(TABLE);
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    @ParameterizedTest
    @EnumSource
    void isNoticed_orDoesNoHarm(Wrapped file) {
        int betweenMembers = 0;
        for (int length = 0; length < file.served.length; length++) {
            Attempt cut = Attempt.at(file.container, Arrays.copyOf(file.served, length));
            if (cut.file().isPresent()) {
                betweenMembers++;
            }
        }
        // Where a member ends, gzip cannot tell a cut: that is why a second member is told, and records are counted.
        assertThat(betweenMembers).isEqualTo(file == Wrapped.GZIP_OF_TWO_MEMBERS ? 1 : 0);
        int harmless = 0;
        for (int bit = 0; bit < file.served.length * 8; bit++) {
            byte[] flipped = file.served.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Attempt attempt = Attempt.at(file.container, flipped);
            if (attempt.file().isPresent()) {
                assertThat(attempt.content()).as("bit %d", bit).isEqualTo(TABLE);
                harmless++;
            }
        }
        System.out.printf(
                "%s: %,d cuts, %d taken; %,d flipped bits, %d without harm, 0 with wrong bytes%n",
                file, file.served.length, betweenMembers, file.served.length * 8, harmless);
    }
}
