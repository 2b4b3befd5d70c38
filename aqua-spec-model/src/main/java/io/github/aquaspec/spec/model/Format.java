package io.github.aquaspec.spec.model;

import java.util.Locale;

/** The container of a result file. */
public enum Format {
    CSV,
    GZIP,
    ZIP;

    /** The word AQuA uses in a request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
