package io.github.aquaspec.emulator.file;

import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/**
 * OpenPGP round a result file. How Zuora does it is not documented beyond the fact; each choice is a setting.
 *
 * @param key whom it is for
 * @param layers where it stands beside the container
 * @param integrity whether changes of the data can be found
 * @param armor whether the data are text
 */
record Encryption(RecipientKey key, Layers layers, boolean integrity, boolean armor) {

    /** Where the encryption is, seen from the zip or gzip; a plain CSV has no container. */
    enum Layers {
        /** The container holds OpenPGP data, and these hold the CSV. */
        INSIDE,
        /** The OpenPGP data hold the container. */
        OUTSIDE
    }

    private static final int CHUNK = 1 << 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Encryption of(Settings settings) throws IOException {
        String path = settings.get(Setting.PGP_KEY);
        if (path.isEmpty()) {
            throw new IOException("the setting pgpKey names no OpenPGP key");
        }
        return new Encryption(
                RecipientKey.read(Path.of(path)),
                Layers.valueOf(settings.get(Setting.PGP_LAYERS).toUpperCase(Locale.ROOT)),
                settings.get(Setting.PGP_INTEGRITY),
                settings.get(Setting.PGP_ARMOR));
    }

    /** Wraps a stream; what is written to the result is encrypted on its way. Closing closes the stream too. */
    OutputStream open(OutputStream out) throws IOException {
        OutputStream outer = armor ? ArmoredOutputStream.builder().build(out) : out;
        PGPEncryptedDataGenerator generator =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(integrity)
                        .setSecureRandom(RANDOM));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key.key()).setSecureRandom(RANDOM));
        try {
            OutputStream encrypted = generator.open(outer, new byte[CHUNK]);
            OutputStream literal = new PGPLiteralDataGenerator()
                    .open(encrypted, PGPLiteralData.BINARY, "", PGPLiteralData.NOW, new byte[CHUNK]);
            return new Layered(literal, armor ? List.of(encrypted, outer, out) : List.of(encrypted, out));
        } catch (PGPException e) {
            throw new IOException("cannot encrypt for the key " + key, e);
        }
    }
}
