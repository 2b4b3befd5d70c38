package io.github.aquaspec.verify;

import io.github.aquaspec.verify.UnusableKeyException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** The secret keys that open encrypted files, unlocked. They have no text: only their ids can be shown. */
public final class DecryptionKeys {

    private final List<PGPKeyPair> keys;

    private DecryptionKeys(List<PGPKeyPair> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Unlocks the keys of a file: main keys and sub-keys, as far as they decrypt.
     *
     * @param file a secret key ring, binary or armoured
     * @param passphrase what unlocks it, if it is locked
     * @throws UnusableKeyException when there is no key in it that can be used
     */
    public static DecryptionKeys unlock(byte[] file, Optional<char[]> passphrase) throws UnusableKeyException {
        List<PGPKeyPair> keys = new ArrayList<>();
        for (PGPSecretKeyRing ring : rings(file)) {
            for (PGPSecretKey key : ring) {
                if (key.getPublicKey().isEncryptionKey() && !key.isPrivateKeyEmpty() && !key.isExternalKey()) {
                    keys.add(unlock(key, passphrase));
                }
            }
        }
        if (keys.isEmpty()) {
            throw new UnusableKeyException(Problem.CANNOT_DECRYPT);
        }
        return new DecryptionKeys(keys);
    }

    /** The ids of the keys, 16 upper-case hex digits each. */
    public List<String> ids() {
        return keys.stream().map(key -> id(key.getKeyIdentifier())).toList();
    }

    /** What may open a message that names this key: all of them, when it names none. */
    List<PGPKeyPair> candidates(KeyIdentifier wanted) {
        return keys.stream()
                .filter(key -> wanted.matches(key.getKeyIdentifier()))
                .toList();
    }

    /** A key id as people know it. */
    static String id(KeyIdentifier key) {
        return key.isWildcard() ? "(hidden)" : String.format(Locale.ROOT, "%016X", key.getKeyId());
    }

    private static PGPSecretKeyRingCollection rings(byte[] file) throws UnusableKeyException {
        try {
            PGPSecretKeyRingCollection rings = new PGPSecretKeyRingCollection(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(file)), new BcKeyFingerprintCalculator());
            if (rings.size() == 0) {
                throw new UnusableKeyException(Problem.NOT_A_KEY);
            }
            return rings;
        } catch (IOException | PGPException | RuntimeException e) {
            throw new UnusableKeyException(isPublic(file) ? Problem.PUBLIC_ONLY : Problem.NOT_A_KEY, e);
        }
    }

    private static boolean isPublic(byte[] file) {
        try {
            return new PGPPublicKeyRing(
                            PGPUtil.getDecoderStream(new ByteArrayInputStream(file)), new BcKeyFingerprintCalculator())
                    .getPublicKeys()
                    .hasNext();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static PGPKeyPair unlock(PGPSecretKey key, Optional<char[]> passphrase) throws UnusableKeyException {
        boolean locked = key.getS2KUsage() != 0;
        if (locked && passphrase.isEmpty()) {
            throw new UnusableKeyException(Problem.PASSPHRASE_MISSING);
        }
        try {
            PBESecretKeyDecryptor decryptor = new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                    .build(passphrase.orElseGet(() -> new char[0]));
            return key.extractKeyPair(decryptor);
        } catch (PGPException | RuntimeException e) {
            throw new UnusableKeyException(locked ? Problem.PASSPHRASE_WRONG : Problem.NOT_A_KEY, e);
        }
    }
}
