package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.manifest.ManifestId;
import java.util.Optional;

/**
 * A job that a build asks about.
 *
 * @param manifest whose last job it is; absent when the build names the job itself
 * @param jobId as Zuora gave it
 */
public record NamedJob(Optional<ManifestId> manifest, String jobId) {

    /** A job that a build names; empty where the text cannot be the id of one. */
    public static Optional<NamedJob> named(String jobId) {
        return JobReply.isPlainId(jobId) ? Optional.of(new NamedJob(Optional.empty(), jobId)) : Optional.empty();
    }

    /** The job that was submitted last for a manifest. */
    static NamedJob of(ManifestId manifest, String jobId) {
        return new NamedJob(Optional.of(manifest), jobId);
    }
}
