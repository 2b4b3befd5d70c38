package io.github.aquaspec.verify;

import io.github.aquaspec.Canary;
import io.github.aquaspec.verify.Decryption.Integrity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys and messages that GnuPG made, see {@code pgp/make.sh}. */
public final class Pgp {

    public static final String PASSPHRASE = Canary.known("correct h\u00f6use");

    private static final Map<String, DecryptionKeys> KEYS = new ConcurrentHashMap<>();

    private Pgp() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Pgp.class.getResourceAsStream("/pgp/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of a file, which is locked when it is the one of RSA; unlocking takes its time. */
    public static DecryptionKeys keys(String name) {
        return KEYS.computeIfAbsent(name, Pgp::unlocked);
    }

    private static DecryptionKeys unlocked(String name) {
        try {
            return DecryptionKeys.unlock(
                    bytes(name), name.contains("rsa") ? Optional.of(PASSPHRASE.toCharArray()) : Optional.empty());
        } catch (UnusableKeyException e) {
            throw new AssertionError(e);
        }
    }

    static Decryption with(String key) {
        return new Decryption(keys(key), Integrity.REQUIRED);
    }

    static Decryption lenient(String key) {
        return new Decryption(keys(key), Integrity.ABSENT_ALLOWED);
    }
}
