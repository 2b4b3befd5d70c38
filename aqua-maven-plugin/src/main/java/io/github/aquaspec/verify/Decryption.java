package io.github.aquaspec.verify;

import java.util.Objects;

/**
 * What it takes to open an encrypted file.
 *
 * @param keys the keys we have
 * @param integrity what is asked of its own protection
 */
public record Decryption(DecryptionKeys keys, Integrity integrity) {

    /** Whether a message has to prove that nobody changed it. One that claims to and cannot is always refused. */
    public enum Integrity {
        /** It must carry a modification detection code, or be encrypted with authentication. */
        REQUIRED,
        /** A message without any such code is taken: what guards it then is only what is around and inside it. */
        ABSENT_ALLOWED
    }

    public Decryption {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(integrity, "integrity");
    }
}
