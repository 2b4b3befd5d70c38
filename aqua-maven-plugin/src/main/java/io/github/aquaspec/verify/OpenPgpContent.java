package io.github.aquaspec.verify;

import static io.github.aquaspec.verify.Container.OPENPGP;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/**
 * Reads one encrypted OpenPGP message to its proven end: exactly one literal packet, maybe compressed, maybe signed (a
 * signature is passed over: there is no key to hold it against), an integrity check that holds, and nothing behind it.
 *
 * <p>Plaintext comes out before its integrity is known, as the format has it. Whoever reads must not believe a byte
 * before the end has been reached.
 */
final class OpenPgpContent implements Content {

    private static final String FIRST_LINE = "-----BEGIN PGP MESSAGE-----";
    private static final String LAST_LINE = "-----END PGP MESSAGE-----";

    private final ByteSource served;
    private final Decryption decryption;
    private final SourceStream source;
    private final boolean armoured;
    private InputStream packets;
    private PGPPublicKeyEncryptedData encrypted;
    /** Packets inside the encryption, and inside the compression where there is one. */
    private final List<PGPObjectFactory> nesting = new ArrayList<>();

    private InputStream literal;
    private boolean inData;
    private boolean finished;

    private OpenPgpContent(ByteSource served, boolean armoured, Decryption decryption) {
        this.served = served;
        this.armoured = armoured;
        this.decryption = decryption;
        this.source = new SourceStream(served);
    }

    /**
     * Reads as far as the first byte of plaintext.
     *
     * @param armoured whether the message is text
     */
    static OpenPgpContent open(ByteSource served, boolean armoured, Decryption decryption)
            throws IOException, CorruptFileException {
        OpenPgpContent content = new OpenPgpContent(served, armoured, decryption);
        content.guarded(() -> {
            content.begin();
            return 0;
        });
        return content;
    }

    @Override
    public long consumed() {
        return served.bytes();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException, CorruptFileException {
        if (finished) {
            return -1;
        }
        inData = true;
        int read = guarded(() -> literal.read(into, from, length));
        if (read < 0) {
            inData = false;
            guarded(this::finish);
            finished = true;
        }
        return read;
    }

    private void begin() throws IOException, PGPException, CorruptFileException {
        packets = armoured ? dearmoured() : source;
        Object first = next(factory(packets));
        if (!(first instanceof PGPEncryptedDataList list)) {
            throw first == null
                    ? new CorruptFileException(new Fault.Truncated(OPENPGP, served.bytes()))
                    : new CorruptFileException(new Fault.NotEncrypted());
        }
        InputStream plain = decrypted(list);
        nesting.add(factory(plain));
        literal = literal(next(nesting.get(0)));
    }

    private InputStream dearmoured() throws IOException, PGPException {
        ArmoredInputStream armour = new ArmoredInputStream(source);
        if (!FIRST_LINE.equals(armour.getArmorHeaderLine())) {
            throw new PGPException("it is armoured as something else than a message");
        }
        return armour;
    }

    /** The plaintext packets, by the first of our keys that fits. */
    private InputStream decrypted(PGPEncryptedDataList list) throws PGPException, CorruptFileException {
        List<String> wanted = new ArrayList<>();
        boolean ours = false;
        for (PGPEncryptedData method : list) {
            if (!(method instanceof PGPPublicKeyEncryptedData recipient)) {
                continue;
            }
            wanted.add(DecryptionKeys.id(recipient.getKeyIdentifier()));
            for (PGPKeyPair key : decryption.keys().candidates(recipient.getKeyIdentifier())) {
                ours |= !recipient.getKeyIdentifier().isWildcard();
                PublicKeyDataDecryptorFactory factory = new BcPublicKeyDataDecryptorFactory(key);
                if (opens(factory, recipient)) {
                    requireProtection(recipient);
                    encrypted = recipient;
                    return recipient.getDataStream(factory);
                }
            }
        }
        if (ours) {
            throw new PGPException("the session key for us cannot be decrypted");
        }
        throw new CorruptFileException(
                wanted.isEmpty()
                        ? new Fault.PassphraseOnly()
                        : new Fault.NoKey(wanted, decryption.keys().ids()));
    }

    private static boolean opens(PublicKeyDataDecryptorFactory factory, PGPPublicKeyEncryptedData recipient) {
        try {
            return recipient.getSessionKey(factory).getAlgorithm() != SymmetricKeyAlgorithmTags.NULL;
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private void requireProtection(PGPPublicKeyEncryptedData recipient) throws CorruptFileException {
        if (decryption.integrity() == Decryption.Integrity.REQUIRED
                && !recipient.isIntegrityProtected()
                && !recipient.isAEAD()) {
            throw new CorruptFileException(new Fault.NoIntegrityProtection());
        }
    }

    private InputStream literal(Object packet) throws IOException, PGPException, CorruptFileException {
        Object found = packet;
        if (found instanceof PGPCompressedData compressed) {
            nesting.add(factory(compressed.getDataStream()));
            found = next(nesting.get(1));
        }
        while (found instanceof PGPOnePassSignatureList || found instanceof PGPSignatureList) {
            found = next(innermost());
        }
        if (found instanceof PGPLiteralData data) {
            return data.getInputStream();
        }
        throw new PGPException(
                found == null ? "it holds nothing" : "it holds no literal data, or wrapped more than once");
    }

    private PGPObjectFactory factory(InputStream from) {
        return new BcPGPObjectFactory(new PacketStream(from, () -> inData));
    }

    private PGPObjectFactory innermost() {
        return nesting.get(nesting.size() - 1);
    }

    private static Object next(PGPObjectFactory packets) throws IOException {
        Object packet = packets.nextObject();
        while (packet instanceof PGPMarker) {
            packet = packets.nextObject();
        }
        return packet;
    }

    private int finish() throws IOException, PGPException, CorruptFileException {
        Object behind = next(innermost());
        if (behind instanceof PGPSignatureList) {
            behind = next(innermost());
        }
        if (behind != null || next(nesting.get(0)) != null) {
            throw new PGPException("more than its data is inside");
        }
        if (isGuardedByCode() && !encrypted.verify()) {
            throw new CorruptFileException(new Fault.IntegrityCheckFailed());
        }
        long end = source.taken();
        if (packets.read() >= 0) {
            throw new CorruptFileException(new Fault.TrailingBytes(OPENPGP, end));
        }
        if (armoured) {
            requireEndOfArmour(end);
        }
        return -1;
    }

    /** The library takes a text that stops before its last line for a whole one. */
    private void requireEndOfArmour(long end) throws IOException, CorruptFileException {
        for (int left = source.read(); left >= 0; left = source.read()) {
            if (!Character.isWhitespace(left)) {
                throw new CorruptFileException(new Fault.TrailingBytes(OPENPGP, end));
            }
        }
        if (!source.last().strip().endsWith(LAST_LINE)) {
            throw new CorruptFileException(new Fault.Truncated(OPENPGP, served.bytes()));
        }
    }

    private boolean isGuardedByCode() {
        return encrypted != null && encrypted.isIntegrityProtected() && !encrypted.isAEAD();
    }

    private interface Step {
        int take() throws IOException, PGPException, CorruptFileException;
    }

    /** Whatever the library throws about hostile bytes, the message is at fault, unless its source is. */
    private int guarded(Step step) throws IOException, CorruptFileException {
        try {
            return step.take();
        } catch (IOException | PGPException | RuntimeException e) {
            source.rethrow();
            CorruptFileException fault = new CorruptFileException(fault(e));
            fault.initCause(e);
            throw fault;
        }
    }

    /** Garbage inside is but the symptom when the integrity check fails. */
    private Fault fault(Exception e) throws IOException, CorruptFileException {
        if (has(e, InvalidCipherTextException.class)) {
            return new Fault.IntegrityCheckFailed();
        }
        if (isGuardedByCode()) {
            try {
                if (!encrypted.verify()) {
                    return new Fault.IntegrityCheckFailed();
                }
            } catch (IOException | PGPException | RuntimeException cut) {
                source.rethrow();
                return has(cut, EOFException.class) ? new Fault.Truncated(OPENPGP, served.bytes()) : damage(e);
            }
        }
        return has(e, EOFException.class) ? new Fault.Truncated(OPENPGP, served.bytes()) : damage(e);
    }

    private Fault damage(Exception e) {
        String what = e.getMessage() == null ? "its structure makes no sense" : Excerpt.of(e.getMessage());
        return new Fault.Damaged(OPENPGP, what, source.taken());
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
