package io.github.aquaspec.run;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A job that a build asks about.
 *
 * @param manifest whose last job it is; absent when the build names the job itself
 * @param jobId as Zuora gave it
 */
public record NamedJob(Optional<ManifestId> manifest, String jobId) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,64}");

    /** A job that a build names; empty where the text cannot be the id of one. */
    public static Optional<NamedJob> named(String jobId) {
        return ID.matcher(jobId).matches() ? Optional.of(new NamedJob(Optional.empty(), jobId)) : Optional.empty();
    }

    /** The job that was submitted last for a manifest. */
    static NamedJob of(ManifestId manifest, String jobId) {
        return new NamedJob(Optional.of(manifest), jobId);
    }
}
