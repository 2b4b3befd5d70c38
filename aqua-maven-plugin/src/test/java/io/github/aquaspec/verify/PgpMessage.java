package io.github.aquaspec.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;
import java.util.function.UnaryOperator;
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

/** Messages that the GnuPG of the other fixtures does not write, to one of their keys. */
record PgpMessage(PGPPublicKey recipient) {

    /** Writes what is sealed. */
    @FunctionalInterface
    interface Inside {
        void write(OutputStream packets) throws IOException, PGPException;
    }

    static PgpMessage to(String key) throws IOException, PGPException {
        PGPSecretKeyRing ring =
                new PGPSecretKeyRing(new ByteArrayInputStream(Pgp.bytes(key)), new BcKeyFingerprintCalculator());
        PGPPublicKey last = null;
        for (var secret : ring) {
            last = secret.getPublicKey();
        }
        return new PgpMessage(last);
    }

    byte[] sealed(UnaryOperator<BcPGPDataEncryptorBuilder> how, Inside inside) throws IOException, PGPException {
        PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(how.apply(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setSecureRandom(new SecureRandom())));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(recipient));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream encrypted = encryption.open(bytes, new byte[1 << 12])) {
            inside.write(encrypted);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("JavaUtilDate") // Bouncy Castle takes no other.
    static void literal(OutputStream packets, byte[] data) throws IOException {
        try (OutputStream literal =
                new PGPLiteralDataGenerator().open(packets, PGPLiteralData.BINARY, "", data.length, new Date(0))) {
            literal.write(data);
        }
    }
}
