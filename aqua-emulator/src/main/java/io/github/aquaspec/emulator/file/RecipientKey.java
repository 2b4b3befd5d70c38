package io.github.aquaspec.emulator.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;

/**
 * An OpenPGP public key that data can be encrypted for.
 *
 * @param key the key itself, often a sub-key
 */
record RecipientKey(PGPPublicKey key) {

    private static final int FOR_DATA = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

    /**
     * The key for data in a file of public keys, binary or armoured.
     *
     * @throws IOException when there is none; the message names the file and what is wrong with it
     */
    static RecipientKey read(Path file) throws IOException {
        try (InputStream in = PGPUtil.getDecoderStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<PGPPublicKey> keys = new ArrayList<>();
            Iterator<PGPPublicKeyRing> rings = new BcPGPPublicKeyRingCollection(in).getKeyRings();
            rings.forEachRemaining(ring -> ring.getPublicKeys().forEachRemaining(keys::add));
            return keys.stream()
                    .filter(k -> k.isEncryptionKey() && !k.hasRevocation())
                    .filter(RecipientKey::isForData)
                    .findFirst()
                    .map(RecipientKey::new)
                    .orElseThrow(() -> new IOException(file + " holds no OpenPGP public key that encrypts"));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no OpenPGP public key at " + file, e);
        } catch (PGPException | RuntimeException e) {
            throw new IOException(file + " is no OpenPGP public key", e);
        }
    }

    /** Whether its owner means it for data; a key that says nothing about its use may be used. */
    private static boolean isForData(PGPPublicKey key) {
        boolean silent = true;
        Iterator<PGPSignature> signatures = key.getSignatures();
        while (signatures.hasNext()) {
            PGPSignatureSubpacketVector hashed = signatures.next().getHashedSubPackets();
            int flags = hashed == null ? 0 : hashed.getKeyFlags();
            if ((flags & FOR_DATA) != 0) {
                return true;
            }
            silent &= flags == 0;
        }
        return silent;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%016X", key.getKeyID());
    }
}
