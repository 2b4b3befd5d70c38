package io.github.aquaspec.emulator.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** What is in an OpenPGP message. */
public final class Decryption {

    private final byte[] content;
    private final boolean hasIntegrity;
    private final boolean isWhole;

    private Decryption(byte[] content, boolean hasIntegrity, boolean isWhole) {
        this.content = content;
        this.hasIntegrity = hasIntegrity;
        this.isWhole = isWhole;
    }

    public static Decryption of(byte[] message, TestKeys keys) throws IOException, PGPException {
        InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(message));
        PGPEncryptedDataList list = (PGPEncryptedDataList) new BcPGPObjectFactory(in).nextObject();
        PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) list.get(0);
        PGPSecretKey secret = keys.secret().getSecretKey(data.getKeyIdentifier().getKeyId());
        if (secret == null) {
            throw new PGPException("the message is for another key");
        }
        PGPKeyPair key = new PGPKeyPair(secret.getPublicKey(), secret.extractPrivateKey(null));
        InputStream clear = data.getDataStream(new BcPublicKeyDataDecryptorFactory(key));
        PGPLiteralData literal = (PGPLiteralData) new BcPGPObjectFactory(clear).nextObject();
        byte[] content = literal.getInputStream().readAllBytes();
        boolean integrity = data.isIntegrityProtected();
        return new Decryption(content, integrity, integrity && data.verify());
    }

    public byte[] content() {
        return content.clone();
    }

    /** Whether changes of the message could be found. */
    boolean hasIntegrity() {
        return hasIntegrity;
    }

    /** Whether they were looked for, and none was found. */
    boolean isWhole() {
        return isWhole;
    }
}
