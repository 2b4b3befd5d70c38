package io.github.aquaspec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.junit.jupiter.api.Test;

/** Messages encrypted with authentication, which the GnuPG of the other fixtures cannot write. */
class AuthenticatedMessagesTest {

    private static final byte[] TABLE = Pgp.bytes("long.csv");

    @Test
    void opens_anAuthenticatedMessage_andNoticesEachChangeAndCut() throws Exception {
        Decryption curve = Pgp.with("key-curve.gpg");
        byte[] served = message();

        assertThat(Attempt.at(curve, served).content()).isEqualTo(TABLE);
        for (int at = 160; at < served.length; at += 977) {
            byte[] changed = served.clone();
            changed[at] ^= 0x20;
            assertThat(Attempt.at(curve, changed).fails())
                    .as("byte %s", at)
                    .isEqualTo(new Fault.IntegrityCheckFailed());
        }
        for (int length = 0; length < served.length; length += 977) {
            assertThat(Attempt.at(curve, Arrays.copyOf(served, length)).fails().sentence())
                    .as("%s bytes", length)
                    .isNotBlank();
        }
        assertThat(Attempt.at(curve, Arrays.copyOf(served, served.length - 1)).fails())
                .isNotNull();
        assertThat(Attempt.at(curve, Wrapping.join(served, new byte[1])).fails())
                .isInstanceOf(Fault.TrailingBytes.class);
    }

    @SuppressWarnings("JavaUtilDate") // Bouncy Castle takes no other.
    private static byte[] message() throws IOException, PGPException {
        PGPEncryptedDataGenerator encryption =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setSecureRandom(new SecureRandom())
                        .setWithAEAD(AEADAlgorithmTags.OCB, 10)
                        .setUseV5AEAD());
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream encrypted = encryption.open(bytes, new byte[1 << 12]);
                OutputStream literal = new PGPLiteralDataGenerator()
                        .open(encrypted, PGPLiteralData.BINARY, "", TABLE.length, new Date(0))) {
            literal.write(TABLE);
        }
        return bytes.toByteArray();
    }

    private static PGPPublicKey key() throws IOException, PGPException {
        PGPSecretKeyRing ring = new PGPSecretKeyRing(
                new ByteArrayInputStream(Pgp.bytes("key-curve.gpg")), new BcKeyFingerprintCalculator());
        PGPPublicKey last = null;
        for (var key : ring) {
            last = key.getPublicKey();
        }
        return last;
    }
}
