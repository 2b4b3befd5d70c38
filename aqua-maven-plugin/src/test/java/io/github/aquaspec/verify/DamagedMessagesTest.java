package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of GnuPG that were changed, cut or added to: whatever the byte, it is noticed. */
class DamagedMessagesTest {

    private static final byte[] TABLE = Pgp.bytes("table.csv");

    @ParameterizedTest
    @CsvSource({
        "rsa.gpg, key-rsa.asc, true",
        "curve.gpg, key-curve.gpg, true",
        "not-compressed.gpg, key-curve.gpg, true",
        "signed.gpg, key-curve.gpg, true",
        "two-recipients.gpg, key-curve.gpg, true",
        "curve.gpg, key-curve.gpg, false"
    })
    void noticesEachChangedByte(String message, String key, boolean required) {
        Decryption decryption = required ? Pgp.with(key) : Pgp.lenient(key);
        byte[] served = Pgp.bytes(message);
        int step = message.startsWith("rsa") ? 37 : 3;
        for (int at = 0; at < served.length; at += step) {
            byte[] changed = served.clone();
            changed[at] ^= 0x10;
            Attempt attempt = Attempt.at(decryption, changed);
            if (attempt.file().isPresent()) {
                assertThat(attempt.content()).as("byte %s", at).isEqualTo(TABLE);
            }
        }
    }

    @Test
    void saysThatTheIntegrityCheckFails_whenEncryptedDataWereChanged() {
        for (String message : List.of("curve.gpg", "not-compressed.gpg", "long.gpg", "partial-lengths.gpg")) {
            byte[] served = Pgp.bytes(message);
            for (int at = 130; at < 190; at += 7) {
                byte[] changed = served.clone();
                changed[at] ^= 0x01;
                for (Decryption decryption : List.of(Pgp.with("key-curve.gpg"), Pgp.lenient("key-curve.gpg"))) {
                    assertThat(Attempt.at(decryption, changed).fails())
                            .as("%s, byte %s", message, at)
                            .isEqualTo(new Fault.IntegrityCheckFailed());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rsa.gpg, key-rsa.asc",
        "curve.gpg, key-curve.gpg",
        "not-compressed.gpg, key-curve.gpg",
        "no-integrity.gpg, key-rsa.asc",
        "no-integrity-not-compressed.gpg, key-rsa.asc"
    })
    void noticesEachCut(String message, String key) {
        byte[] served = Pgp.bytes(message);
        int step = key.equals("key-rsa.asc") ? 23 : 2;
        for (int length = served.length - 1; length >= 0; length -= step) {
            Fault fault =
                    Attempt.at(Pgp.lenient(key), Arrays.copyOf(served, length)).fails();
            assertThat(fault.sentence()).as("%s bytes", length).isNotBlank();
        }
    }

    @Test
    void noticesACutOfManyPieces() {
        for (String message : List.of("long.gpg", "partial-lengths.gpg")) {
            byte[] served = Pgp.bytes(message);
            for (int length = 97; length < served.length; length += 811) {
                assertThat(Attempt.at(Pgp.with("key-curve.gpg"), Arrays.copyOf(served, length))
                                .fails())
                        .as("%s bytes of %s", length, message)
                        .isInstanceOfAny(Fault.Truncated.class, Fault.IntegrityCheckFailed.class, Fault.Damaged.class);
            }
        }
    }

    @Test
    void noticesEachCutOfAnArmouredMessage_exceptInItsLastLine() {
        byte[] message = Pgp.bytes("rsa.asc");
        int footer = new String(message, UTF_8).indexOf("-----END");
        for (int length = footer - 1; length >= 0; length -= 19) {
            assertThat(Attempt.at(Pgp.with("key-rsa.asc"), Arrays.copyOf(message, length))
                            .fails()
                            .sentence())
                    .as("%s bytes", length)
                    .isNotBlank();
        }
    }

    @Test
    void refuses_bytesBehindTheMessage() {
        byte[] message = Pgp.bytes("curve.gpg");
        Decryption curve = Pgp.with("key-curve.gpg");
        for (byte[] more : List.of("<<<".getBytes(UTF_8), new byte[] {'\n'}, new byte[1], message)) {
            assertThat(Attempt.at(curve, Wrapping.join(message, more)).fails())
                    .isEqualTo(new Fault.TrailingBytes(Container.OPENPGP, message.length));
        }
    }

    @Test
    void takesBlanksBehindAnArmouredMessage_andNothingElse() {
        byte[] message = Pgp.bytes("rsa.asc");
        Decryption rsa = Pgp.with("key-rsa.asc");

        assertThat(Attempt.at(rsa, Wrapping.join("\r\n".getBytes(UTF_8), message, "\r\n \n".getBytes(UTF_8)))
                        .content())
                .isEqualTo(TABLE);
        for (byte[] more : List.of("<<<".getBytes(UTF_8), message)) {
            assertThat(Attempt.at(rsa, Wrapping.join(message, more)).fails()).isInstanceOf(Fault.TrailingBytes.class);
        }
    }

    @Test
    void lets_aBrokenConnectionBeOne() {
        byte[] message = Pgp.bytes("partial-lengths.gpg");
        IOException broken = new IOException("reset");
        InputStream served = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 20_000) {
                    throw broken;
                }
                return message[at++] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };

        assertThat(catchThrowable(() -> Attempt.at(Pgp.with("key-curve.gpg"), served, Limits.DEFAULT)))
                .hasCause(broken);
    }

    @Test
    void endsInAFault_whateverTheBytes() {
        Random random = new Random(20261123);
        for (String message : List.of("curve.gpg", "signed.gpg", "passphrase-or-key.gpg", "bzip2.gpg")) {
            for (int i = 0; i < 60; i++) {
                byte[] served = Pgp.bytes(message);
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    served[random.nextInt(served.length)] = (byte) random.nextInt(256);
                }
                Attempt attempt = Attempt.at(Pgp.lenient("key-curve.gpg"), served);
                if (attempt.file().isPresent()) {
                    assertThat(attempt.content()).isEqualTo(TABLE);
                }
            }
        }
    }
}
