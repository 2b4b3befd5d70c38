package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void letsNobodyElseOpenWhatLiesOnDisk_andLeavesNothing(@TempDir Path folder) throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "who may open a file is known of file systems with POSIX rights alone");
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
