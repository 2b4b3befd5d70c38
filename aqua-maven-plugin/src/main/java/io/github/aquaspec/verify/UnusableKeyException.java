package io.github.aquaspec.verify;

import java.util.Objects;

/** No secret key could be taken from a file, or it could not be unlocked. Never holds a part of a key. */
public final class UnusableKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** What is wrong. */
    public enum Problem {
        /** The bytes are no OpenPGP key. */
        NOT_A_KEY("it is no OpenPGP key"),
        /** The file holds public keys, not secret ones. */
        PUBLIC_ONLY("it holds a public key, not the secret one"),
        /** Secret keys are there, but none that decrypts. */
        CANNOT_DECRYPT("it holds no secret key that decrypts; such a key may lie on a card or in another file"),
        /** The key is locked, and no passphrase was given. */
        PASSPHRASE_MISSING("its key is locked with a passphrase"),
        /** The passphrase does not unlock the key. */
        PASSPHRASE_WRONG("the passphrase does not unlock its key");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }

        /** One sentence about the key file, without a full stop. */
        public String sentence() {
            return sentence;
        }
    }

    UnusableKeyException(Problem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    UnusableKeyException(Problem problem) {
        this(problem, null);
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
