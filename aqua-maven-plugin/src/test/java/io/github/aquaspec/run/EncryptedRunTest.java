package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import io.github.aquaspec.verify.Pgp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Encrypted files on their whole way: opened and published, or refused with nothing left behind. */
class EncryptedRunTest {

    @RegisterExtension
    static final EmulatedTenant TENANT = new EmulatedTenant(config -> config);

    private static final String MANIFEST = """
            version: "1.0"
            encrypted: pgp
            queries:
              - name: Account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
                suppress: [{code: AQ724, reason: labels are fine}]
            """;

    @TempDir
    private Path output;

    private final ServedTenant tenant = new ServedTenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void publishesWhatAFileHolds_andAsksForItEncrypted() throws Exception {
        JobOutcome outcome = run(MANIFEST, gzip(Pgp.bytes("curve.gpg")), "key-curve.gpg");

        assertThat(outcome).isInstanceOf(JobOutcome.Published.class);
        assertThat(output.resolve("a/Account.csv")).hasBinaryContent(Pgp.bytes("table.csv"));
        assertThat(tenant.asked().toString()).contains("\"encrypted\": \"pgp\"");
        assertThat(output.resolve("a")).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void letsNobodyElseOpenWhatWasEncrypted() throws Exception {
        assumeTrue(
                output.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "who may open a file is known of file systems with POSIX rights alone");
        run(MANIFEST, gzip(Pgp.bytes("curve.gpg")), "key-curve.gpg");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output.resolve("a/Account.csv"))))
                .isEqualTo("rw-------");
    }

    static Stream<Arguments> refused() throws IOException {
        byte[] changed = Pgp.bytes("curve.gpg");
        changed[150] ^= 1;
        return Stream.of(
                Arguments.of("other.gpg", Pgp.bytes("other.gpg"), "AQ712", Retry.NEVER, 1),
                Arguments.of("passphrase-only.gpg", Pgp.bytes("passphrase-only.gpg"), "AQ712", Retry.NEVER, 1),
                Arguments.of("table.csv", gzip(Pgp.bytes("table.csv")), "AQ711", Retry.NEVER, 1),
                Arguments.of("changed", changed, "AQ702", Retry.NOW, 4),
                Arguments.of("twice", gzip(gzip(changed)), "AQ702", Retry.NOW, 4),
                Arguments.of("cut", Arrays.copyOf(changed, 140), "AQ702", Retry.NOW, 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesAFile_andLeavesNothing(String name, byte[] served, String code, Retry retry, int downloads)
            throws Exception {
        JobOutcome outcome = run(MANIFEST, served, "key-curve.gpg");

        assertThat(Outcomes.codes(outcome)).containsExactly(code);
        assertThat(((JobOutcome.Failed) outcome).retry()).isEqualTo(retry);
        assertThat(tenant.asked().stream().filter(a -> a.startsWith("GET /v1/files/")))
                .hasSize(downloads);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void namesTheKeys_whenNoneOfOursFits() throws Exception {
        JobOutcome outcome = run(MANIFEST, Pgp.bytes("other.gpg"), "key-curve.gpg");

        assertThat(TextRenderer.render(outcome.diagnostics())).isEqualTo("""
                error[AQ712]: the result of query "Account" is not readable: it is encrypted for key A9C1F12EA73EC644, and we have 9AB0A5B4097A81A1
                 --> specs/a.yaml:7:12
                  |
                7 |     query: select Id, Name from Account
                  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the result of this query
                  |
                  = why: Only the key that it was encrypted for opens a file. It is file f1.
                  = fix: use the secret key whose public half Zuora has: aqua.pgp.serverId or ZUORA_PGP_KEY_FILE""");
    }

    @Test
    void takesAMessageWithoutIntegrityProtection_onlyWhereTheManifestAllowsIt() throws Exception {
        byte[] served = gzip(Pgp.bytes("no-integrity.gpg"));

        JobOutcome refused = run(MANIFEST, served, "key-rsa.asc");
        assertThat(Outcomes.codes(refused)).containsExactly("AQ713");
        assertThat(output).isEmptyDirectory();

        JobOutcome allowed = run("output: {pgp: {integrity: absentAllowed}}\n" + MANIFEST, served, "key-rsa.asc");
        assertThat(allowed).isInstanceOf(JobOutcome.Published.class);
    }

    @Test
    void saysThatAFileIsEncrypted_whenTheManifestDoesNotAskForThat() throws Exception {
        JobOutcome outcome =
                run(MANIFEST.replace("encrypted: pgp\n", ""), gzip(Pgp.bytes("curve.gpg")), "key-curve.gpg");

        assertThat(Outcomes.codes(outcome)).containsExactly("AQ703");
        assertThat(outcome.diagnostics().get(0).message()).endsWith("found an OpenPGP message");
        assertThat(outcome.diagnostics().get(0).fix().orElseThrow()).startsWith("write encrypted: pgp");
    }

    private JobOutcome run(String manifest, byte[] served, String key) throws Exception {
        tenant.file("f1", served);
        if (tenant.asked().isEmpty()) {
            tenant.batch("Account", "select Id, Name from Account", 2, "f1");
        }
        return new Rig(TENANT.emulator(), TENANT.time(), output)
                .manifest("a", manifest)
                .keys(Pgp.keys(key))
                .run(tenant.url())
                .get(0);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
