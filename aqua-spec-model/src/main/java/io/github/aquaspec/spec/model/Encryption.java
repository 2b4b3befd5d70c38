package io.github.aquaspec.spec.model;

import java.util.Locale;

/** Whether result files are encrypted. */
public enum Encryption {
    NONE,
    PGP;

    /** The word AQuA uses in a request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
