package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.GZIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GzipContentTest {

    private static final byte[] TABLE = table(60);
    private static final byte[] SERVED = Wrapping.gzip(TABLE);

    /** Ids that do not compress away, so that a member has many bytes to cut. */
    private static byte[] table(int records) {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("Account.Id,Account.Name\n");
        for (int i = 0; i < records; i++) {
            csv.append(Long.toHexString(random.nextLong()))
                    .append(",\"Kings, ")
                    .append(i)
                    .append("\"\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    @Test
    void noticesACutAtEveryByte() {
        for (int length = 0; length < SERVED.length; length++) {
            Fault fault = Attempt.at(GZIP, Arrays.copyOf(SERVED, length)).fails();
            assertThat(fault)
                    .as("cut at %d", length)
                    .isEqualTo(length == 0 ? new Fault.Empty() : new Fault.Truncated(GZIP, length));
        }
        assertThat(Attempt.at(GZIP, SERVED).content()).isEqualTo(TABLE);
    }

    @Test
    void neverHandsOnOtherBytes_whicheverBitFlips() {
        byte[] small = Wrapping.gzip(table(5));
        int accepted = 0;
        for (int bit = 0; bit < small.length * 8; bit++) {
            byte[] flipped = small.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Attempt attempt = Attempt.at(GZIP, flipped);
            if (attempt.file().isPresent()) {
                assertThat(attempt.content()).as("bit %d", bit).isEqualTo(table(5));
                accepted++;
            }
        }
        // The flag "text", the time (4 bytes), extra flags, operating system; up to 7 bits that fill the last byte.
        assertThat(accepted).isBetween(49, 56);
    }

    @Test
    void readsEveryMember_alsoWhenTheStreamPausesBetweenThem() {
        byte[] first = Arrays.copyOf(TABLE, 900);
        byte[] second = Arrays.copyOfRange(TABLE, 900, TABLE.length);
        byte[] served = Wrapping.join(Wrapping.gzip(first), Wrapping.gzip(second), Wrapping.gzip(new byte[0]));
        for (int portion : new int[] {1, 7, Wrapping.gzip(first).length, served.length}) {
            Attempt attempt = Attempt.at(GZIP, Wrapping.inPortions(served, portion), Limits.DEFAULT);
            assertThat(attempt.succeeds().records()).isEqualTo(60);
            assertThat(attempt.content()).isEqualTo(TABLE);
            assertThat(attempt.succeeds().observations()).containsExactly(new Observation.GzipMembers(3));
            assertThat(attempt.succeeds().servedBytes()).isEqualTo(served.length);
        }
    }

    @Test
    void noticesACutInTheSecondMember_exceptBetweenTheTwo() {
        byte[] half = table(30);
        byte[] first = Wrapping.gzip(half);
        byte[] served = Wrapping.join(first, Wrapping.gzip(Arrays.copyOfRange(TABLE, half.length, TABLE.length)));
        for (int length = first.length + 1; length < served.length; length++) {
            assertThat(Attempt.at(GZIP, Arrays.copyOf(served, length)).fault())
                    .as("cut at %d", length)
                    .contains(new Fault.Truncated(GZIP, length));
        }
        // The format cannot tell this one: what the server says about its records has to.
        assertThat(Attempt.at(GZIP, first).succeeds().records()).isEqualTo(30);
    }

    @Test
    void fails_whenAnythingFollowsTheLastMember() {
        byte[][] tails = {{0}, {'\n'}, "<html>".getBytes(UTF_8), {0x1f, 0x00}, new byte[100_000]};
        for (byte[] tail : tails) {
            for (int portion : new int[] {1, SERVED.length, 1 << 20}) {
                Attempt attempt =
                        Attempt.at(GZIP, Wrapping.inPortions(Wrapping.join(SERVED, tail), portion), Limits.DEFAULT);
                assertThat(attempt.fails()).isEqualTo(new Fault.TrailingBytes(GZIP, SERVED.length));
            }
        }
    }

    @Test
    void namesTheFigures_whenTheTrailerDiffers() {
        byte[] checksum = SERVED.clone();
        checksum[SERVED.length - 8] ^= 1;
        CRC32 crc = new CRC32();
        crc.update(TABLE);
        assertThat(Attempt.at(GZIP, checksum).fails())
                .isEqualTo(new Fault.ChecksumDiffers(GZIP, crc.getValue() ^ 1, crc.getValue()));
        byte[] length = SERVED.clone();
        length[SERVED.length - 4] ^= 1;
        assertThat(Attempt.at(GZIP, length).fails())
                .isEqualTo(new Fault.LengthDiffers(GZIP, TABLE.length ^ 1, TABLE.length));
    }

    @Test
    void readsEveryPartOfAHeader_andChecksItsChecksum() {
        byte[] body = Arrays.copyOfRange(SERVED, 10, SERVED.length);
        byte[] header = {0x1f, (byte) 0x8b, 8, 31, 1, 2, 3, 4, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 'c', 0};
        CRC32 crc = new CRC32();
        crc.update(header);
        byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
        assertThat(Attempt.at(GZIP, Wrapping.join(header, sum, body)).content()).isEqualTo(TABLE);
        sum[0] ^= 1;
        assertThat(Attempt.at(GZIP, Wrapping.join(header, sum, body)).fails())
                .isInstanceOf(Fault.Damaged.class)
                .extracting(Fault::sentence)
                .asString()
                .contains("the header checksum differs");
    }

    @Test
    void readsALongExtraField_andTheHeaderOfASecondMember() {
        byte[] body = Arrays.copyOfRange(SERVED, 10, SERVED.length);
        byte[] header = new byte[12 + 258];
        System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 6}, 0, header, 0, 4);
        header[10] = 2;
        header[11] = 1;
        CRC32 crc = new CRC32();
        crc.update(header);
        byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
        byte[] served = Wrapping.join(Wrapping.gzip(new byte[0]), header, sum, body);
        assertThat(Attempt.at(GZIP, served).content()).isEqualTo(TABLE);
    }

    @Test
    void saysWhereTheDataAreDamaged() {
        byte[] damaged = SERVED.clone();
        damaged[10] = 7; // a kind of block that does not exist
        assertThat(Attempt.at(GZIP, damaged).fails())
                .isInstanceOfSatisfying(
                        Fault.Damaged.class, fault -> assertThat(fault.offset()).isBetween(10L, (long) SERVED.length));
    }

    @Test
    void fails_whenTheHeaderIsNoneWeKnow() {
        assertThat(withHeaderByte(2, 7).sentence()).contains("the compression method is not deflate");
        assertThat(withHeaderByte(3, 0x20).sentence()).contains("a reserved header flag is set");
        byte[] endless = Arrays.copyOf(SERVED, 200_000);
        endless[3] = 8;
        Arrays.fill(endless, 10, endless.length, (byte) 'n');
        assertThat(Attempt.at(GZIP, endless).fails().sentence()).contains("a text in the header has no end");
    }

    private static Fault withHeaderByte(int at, int value) {
        byte[] served = SERVED.clone();
        served[at] = (byte) value;
        return Attempt.at(GZIP, served).fails();
    }

    @Test
    void fails_whenASecondLayerOfGzipLiesInside() {
        assertThat(Attempt.at(GZIP, Wrapping.gzip(SERVED)).fails())
                .isInstanceOfSatisfying(Fault.NotData.class, found -> {
                    assertThat(found.expected()).isEqualTo(Container.CSV);
                    assertThat(found.inside()).contains(GZIP);
                    assertThat(found.found()).isEqualTo(Shape.GZIP);
                    assertThat(found.sentence())
                            .isEqualTo(
                                    "expected CSV inside the gzip file, found gzip once more, as a proxy makes it that compresses what is compressed");
                });
    }

    @Test
    void fails_whenNothingLiesInside() {
        assertThat(Attempt.at(GZIP, Wrapping.gzip(new byte[0])).fails()).isEqualTo(new Fault.Empty());
    }

    @Tag("large")
    @Test
    void stopsABomb_longBeforeItIsUnpacked() {
        byte[] zeros = new byte[64 << 20];
        Arrays.fill(zeros, (byte) 'a');
        zeros[1] = '\n';
        byte[] bomb = Wrapping.gzip(zeros);
        Attempt attempt = Attempt.at(GZIP, bomb);
        assertThat(attempt.fails()).isInstanceOfSatisfying(Fault.RatioTooHigh.class, ratio -> {
            assertThat(ratio.limit()).isEqualTo(200);
            assertThat(ratio.contentBytes()).isGreaterThan(200 * ratio.compressedBytes());
        });
        assertThat(attempt.content()).hasSizeLessThan(2 << 20);
        Limits wide = new Limits(1 << 20, 2000, 0);
        assertThat(Attempt.at(GZIP, Wrapping.inPortions(bomb, 1 << 16), wide).fails())
                .isEqualTo(new Fault.TooLarge(1 << 20));
    }

    @Tag("large")
    @Test
    void takesAConstantColumn_byDefault() {
        byte[] constant = ("Account.Currency\n" + "USD\n".repeat(1_000_000)).getBytes(UTF_8);
        byte[] served = Wrapping.gzip(constant);
        assertThat(Attempt.at(GZIP, served).fails()).isInstanceOf(Fault.RatioTooHigh.class);
        VerifiedFile file = Attempt.at(GZIP, Wrapping.inPortions(served, 1 << 16), Limits.DEFAULT)
                .succeeds();
        assertThat(file.records()).isEqualTo(1_000_000);
    }

    @Test
    void readsWhatGzipMade() throws Exception {
        for (String level : new String[] {"-1", "-9"}) {
            Process gzip = new ProcessBuilder("gzip", "-c", level).start();
            try (OutputStream in = gzip.getOutputStream()) {
                in.write(TABLE);
            }
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            gzip.getInputStream().transferTo(made);
            assertThat(gzip.waitFor()).isZero();
            Attempt attempt = Attempt.at(GZIP, made.toByteArray());
            assertThat(attempt.fault()).isEqualTo(Optional.empty());
            assertThat(attempt.content()).isEqualTo(TABLE);
        }
    }
}
