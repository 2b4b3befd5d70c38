package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of GnuPG, opened or refused. */
class EncryptedFilesTest {

    private static final byte[] TABLE = Pgp.bytes("table.csv");
    private static final byte[] LONG = Pgp.bytes("long.csv");

    @ParameterizedTest
    @CsvSource({
        "rsa.gpg, key-rsa.asc",
        "rsa.asc, key-rsa.asc",
        "rsa.gpg, key-rsa-subkey-only.gpg",
        "curve.gpg, key-curve.gpg",
        "two-recipients.gpg, key-rsa.asc",
        "two-recipients.gpg, key-curve.gpg",
        "hidden-recipients.gpg, key-curve.gpg",
        "hidden-recipients.gpg, key-other.gpg",
        "not-compressed.gpg, key-curve.gpg",
        "zlib.gpg, key-curve.gpg",
        "bzip2.gpg, key-curve.gpg",
        "signed.gpg, key-curve.gpg",
        "passphrase-or-key.gpg, key-curve.gpg",
        "gzip-inside.gpg, key-curve.gpg"
    })
    void opens(String message, String key) {
        Attempt attempt = Attempt.at(Pgp.with(key), Pgp.bytes(message));

        assertThat(attempt.succeeds().records()).isEqualTo(2);
        assertThat(attempt.content()).isEqualTo(TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial-lengths.gpg", "long.gpg"})
    void opens_whatComesInManyPieces(String message) {
        for (int portion : new int[] {1, 7, 1 << 13}) {
            Attempt attempt = Attempt.at(
                    Pgp.with("key-curve.gpg"), Wrapping.inPortions(Pgp.bytes(message), portion), Limits.DEFAULT);

            assertThat(attempt.succeeds().records()).isEqualTo(4000);
            assertThat(attempt.content()).isEqualTo(LONG);
        }
    }

    @Test
    void opensBothOrdersOfWrapping_eachOnce() {
        Decryption curve = Pgp.with("key-curve.gpg");
        byte[] message = Pgp.bytes("curve.gpg");
        byte[] gzipInside = Pgp.bytes("gzip-inside.gpg");

        for (byte[] served : List.of(
                Wrapping.gzip(message),
                Wrapping.zip("x", message),
                gzipInside,
                Wrapping.zip("x", gzipInside),
                Wrapping.zip("x", Wrapping.gzip(message)))) {
            Attempt attempt = Attempt.at(curve, served);
            assertThat(attempt.succeeds().records()).isEqualTo(2);
            assertThat(attempt.content()).isEqualTo(TABLE);
            assertThat(attempt.succeeds().servedBytes()).isEqualTo(served.length);
        }
        assertThat(Attempt.at(curve, Wrapping.gzip(Wrapping.gzip(message))).fails())
                .isEqualTo(new Fault.WrappedTwice(Container.GZIP));
        assertThat(Attempt.at(curve, Wrapping.gzip(gzipInside)).fails())
                .isEqualTo(new Fault.WrappedTwice(Container.GZIP));
        assertThat(Attempt.at(curve, Wrapping.zip("x", Wrapping.zip("x", message)))
                        .fails())
                .isEqualTo(new Fault.WrappedTwice(Container.ZIP));
    }

    @Test
    void keepsTheObservationsOfWrappings() {
        byte[] message = Pgp.bytes("curve.gpg");
        byte[] served = Wrapping.join(
                Wrapping.gzip(Arrays.copyOf(message, 50)), Wrapping.gzip(Arrays.copyOfRange(message, 50, 197)));

        assertThat(Attempt.at(Pgp.with("key-curve.gpg"), served).succeeds().observations())
                .containsExactly(new Observation.GzipMembers(2));
    }

    @Test
    void refuses_whatIsNotForUs_andNamesTheKeys() {
        Fault fault =
                Attempt.at(Pgp.with("key-curve.gpg"), Pgp.bytes("other.gpg")).fails();

        assertThat(fault).isEqualTo(new Fault.NoKey(List.of("A9C1F12EA73EC644"), List.of("9AB0A5B4097A81A1")));
        assertThat(fault.sentence())
                .isEqualTo("it is encrypted for key A9C1F12EA73EC644, and we have 9AB0A5B4097A81A1");
    }

    @Test
    void refuses_hiddenRecipients_whenNoneIsUs() {
        assertThat(Attempt.at(Pgp.with("key-rsa.asc"), Pgp.bytes("hidden-recipients.gpg"))
                        .fails())
                .isInstanceOfSatisfying(
                        Fault.NoKey.class, fault -> assertThat(fault.wanted()).containsOnly("(hidden)"));
    }

    @Test
    void refuses_aMessageThatOnlyAPassphraseOpens() {
        assertThat(Attempt.at(Pgp.with("key-curve.gpg"), Pgp.bytes("passphrase-only.gpg"))
                        .fails())
                .isEqualTo(new Fault.PassphraseOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-integrity.gpg", "no-integrity-not-compressed.gpg"})
    void refuses_aMessageWithoutIntegrityProtection_unlessThatIsAllowed(String message) {
        assertThat(Attempt.at(Pgp.with("key-rsa.asc"), Pgp.bytes(message)).fails())
                .isEqualTo(new Fault.NoIntegrityProtection());

        Attempt allowed = Attempt.at(Pgp.lenient("key-rsa.asc"), Pgp.bytes(message));
        assertThat(allowed.succeeds().records()).isEqualTo(2);
        assertThat(allowed.content()).isEqualTo(TABLE);
    }

    @Test
    void refuses_whatIsNotEncrypted() {
        Decryption curve = Pgp.with("key-curve.gpg");
        for (byte[] served : List.of(
                TABLE,
                Wrapping.gzip(TABLE),
                Wrapping.zip("x", TABLE),
                Pgp.bytes("only-signed.gpg"),
                "\uFEFFA\n1\n".getBytes(UTF_8))) {
            assertThat(Attempt.at(curve, served).fails()).isEqualTo(new Fault.NotEncrypted());
        }
    }

    @Test
    void saysThatAFileIsEncrypted_whenNobodyAskedForThat() {
        for (String message : List.of("rsa.gpg", "rsa.asc", "curve.gpg")) {
            Fault fault = Attempt.at(Container.GZIP, Wrapping.gzip(Pgp.bytes(message)))
                    .fails();
            assertThat(fault.sentence()).isEqualTo("expected CSV inside the gzip file, found an OpenPGP message");
            assertThat(Attempt.at(Container.GZIP, Pgp.bytes(message)).fails().sentence())
                    .isEqualTo("expected gzip, found an OpenPGP message");
        }
    }

    @Test
    void refuses_pagesInPlaceOfMessages_andEmptyBodies() {
        Decryption curve = Pgp.with("key-curve.gpg");
        assertThat(Attempt.at(curve, "<html>".getBytes(UTF_8)).fails().sentence())
                .isEqualTo("expected OpenPGP, found HTML or XML");
        assertThat(Attempt.at(curve, new byte[0]).fails()).isEqualTo(new Fault.Empty());
        assertThat(Attempt.at(curve, Wrapping.gzip(new byte[0])).fails()).isEqualTo(new Fault.Empty());
        assertThat(Attempt.at(curve, Pgp.bytes("key-public.asc")).fails()).isInstanceOf(Fault.Damaged.class);
    }

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
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseOpenWhatLiesOnDisk_andLeavesNothing(@TempDir Path folder) throws Exception {
        Set<String> rights = new TreeSet<>();
        OutputStream content = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        rights.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                    }
                }
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                write(0);
            }
        };
        Verification verification = new Verification(content, Limits.DEFAULT);

        verification.append(
                Pgp.with("key-curve.gpg"),
                Wrapping.inPortions(Wrapping.zip("x", Pgp.bytes("gzip-inside.gpg")), 99),
                folder.resolve("spool"));

        assertThat(rights).containsExactly("rw-------");
        assertThat(folder).isEmptyDirectory();
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

    @Test
    void holdsTheLimits_acrossAllWrappings() {
        byte[] message = Pgp.bytes("long.gpg");
        Decryption curve = Pgp.with("key-curve.gpg");

        assertThat(Attempt.at(curve, Wrapping.inPortions(message, 99), Limits.DEFAULT.withMaxBytes(40_000))
                        .fails())
                .isEqualTo(new Fault.TooLarge(40_000));
        assertThat(Attempt.at(curve, Wrapping.inPortions(message, 99), new Limits(1 << 20, 1, 1 << 10))
                        .fails())
                .isInstanceOf(Fault.RatioTooHigh.class);
        assertThat(Attempt.at(curve, Wrapping.inPortions(message, 99), new Limits(1 << 20, 2, 1 << 10))
                        .succeeds()
                        .records())
                .isEqualTo(4000);
    }
}
