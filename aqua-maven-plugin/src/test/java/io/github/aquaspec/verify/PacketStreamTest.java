package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.junit.jupiter.api.Test;

/** Packets around the data, which a library takes into memory: a small message may hold very large ones. */
class PacketStreamTest {

    private static final byte[] TABLE = Pgp.bytes("long.csv");
    private static final int MIB = 1 << 20;

    @Test
    void takes_dataOfAnyLength() throws Exception {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.write(TABLE);
        while (table.size() < 3 * MIB) {
            table.write(("1," + table.size() + "\n").getBytes(US_ASCII));
        }
        PgpMessage.Inside large = inside -> PgpMessage.literal(inside, table.toByteArray());

        assertThat(message(large).succeeds().bytes()).isEqualTo(table.size());
        assertThat(message(compressed(large)).succeeds().bytes()).isEqualTo(table.size());
    }

    @Test
    void refuses_aPacketWithoutEnd_beforeTheData() throws Exception {
        assertIsTooMuch(message(compressed(inside -> {
            writeUnknown(inside);
            PgpMessage.literal(inside, TABLE);
        })));
    }

    @Test
    void refuses_aPacketWithoutEnd_behindTheData() throws Exception {
        PgpMessage.Inside followed = inside -> {
            PgpMessage.literal(inside, TABLE);
            writeUnknown(inside);
        };

        assertIsTooMuch(message(followed));
        assertIsTooMuch(message(compressed(followed)));
    }

    @Test
    void refuses_aPacketWithoutEnd_beforeTheMessage() throws Exception {
        ByteArrayOutputStream served = new ByteArrayOutputStream();
        writeUnknown(served);

        assertIsTooMuch(Attempt.at(Pgp.with("key-curve.gpg"), served.toByteArray()));
    }

    private static void assertIsTooMuch(Attempt attempt) {
        assertThat(attempt.fails().sentence()).contains("more than 1 MiB stand around its data");
    }

    private static Attempt message(PgpMessage.Inside inside) throws IOException, PGPException {
        byte[] served = PgpMessage.to("key-curve.gpg").sealed(how -> how.setWithIntegrityPacket(true), inside);
        return Attempt.at(Pgp.with("key-curve.gpg"), served);
    }

    private static PgpMessage.Inside compressed(PgpMessage.Inside inside) {
        return packets -> {
            try (OutputStream smaller = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(packets)) {
                inside.write(smaller);
            }
        };
    }

    /** A packet of a type that nobody knows, in two parts of 1 MiB and an empty one (RFC 9580, 4.2.1.4). */
    private static void writeUnknown(OutputStream packets) throws IOException {
        packets.write(0xc0 | 60);
        for (int part = 0; part < 2; part++) {
            packets.write(224 + 20);
            packets.write(new byte[MIB]);
        }
        packets.write(0);
    }
}
