package io.github.aquaspec.spec.diagnostic;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** Nothing is sent, or nothing is published. */
    ERROR,
    /** Shown; fails the build only with {@code aqua.failOnWarning}. */
    WARNING,
    /** Counted; shown on request. */
    NOTE;

    /** The word that stands in front of a finding. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
