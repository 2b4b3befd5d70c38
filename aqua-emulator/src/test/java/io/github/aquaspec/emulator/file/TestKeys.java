package io.github.aquaspec.emulator.file;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** OpenPGP keys for tests: small, without a passphrase, and of no use to anybody else. */
public final class TestKeys {

    private final PGPSecretKeyRing secret;
    private final PGPPublicKeyRing open;

    private TestKeys(PGPKeyRingGenerator ring) {
        this.secret = ring.generateSecretKeyRing();
        this.open = ring.generatePublicKeyRing();
    }

    /** A key that signs, with a sub-key that encrypts: what {@code gpg} makes. */
    public static TestKeys withSubkey() throws PGPException {
        PGPKeyRingGenerator ring = ring(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        ring.addSubKey(pair(), flags(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE), null);
        return new TestKeys(ring);
    }

    /** A key that only signs. */
    public static TestKeys forSigningOnly() throws PGPException {
        return new TestKeys(ring(KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA));
    }

    PGPSecretKeyRing secret() {
        return secret;
    }

    /** Writes the public key. */
    public Path write(Path file, boolean armoured) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (armoured) {
                try (OutputStream armour = ArmoredOutputStream.builder().build(out)) {
                    open.encode(armour);
                }
            } else {
                open.encode(out);
            }
        }
        return file;
    }

    private static PGPKeyRingGenerator ring(int flags) throws PGPException {
        PGPKeyPair key = pair();
        return new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                key,
                "Billing <billing@example.com>",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                flags(flags),
                null,
                new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                null);
    }

    private static PGPSignatureSubpacketVector flags(int flags) {
        PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
        packets.setKeyFlags(false, flags);
        return packets.generate();
    }

    private static PGPKeyPair pair() throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), 1024, 80));
        return new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.RSA_GENERAL,
                generator.generateKeyPair(),
                Date.from(Instant.ofEpochSecond(1_700_000_000)));
    }
}
