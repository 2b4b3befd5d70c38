package io.github.aquaspec.spec.model;

import java.util.Optional;

/**
 * AQuA's members that say how result files are written.
 *
 * @param format the container
 * @param encrypted whether files are encrypted
 * @param useQueryLabels true for API names in the header, false for labels of the user interface
 * @param dateTimeUtc true for dateTimes in UTC
 * @param nullReplacement what stands for null
 */
public record Results(
        Optional<Format> format,
        Optional<Encryption> encrypted,
        Optional<Boolean> useQueryLabels,
        Optional<Boolean> dateTimeUtc,
        Optional<String> nullReplacement) {

    public static final Results DEFAULT =
            new Results(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The container that is asked for when the manifest is silent: gzip, because it carries a checksum. */
    public Format effectiveFormat() {
        return format.orElse(Format.GZIP);
    }

    public Encryption effectiveEncryption() {
        return encrypted.orElse(Encryption.NONE);
    }

    /** The same in another container. */
    public Results in(Format other) {
        return new Results(Optional.of(other), encrypted, useQueryLabels, dateTimeUtc, nullReplacement);
    }
}
