package io.github.aquaspec.run.state;

import java.time.Instant;
import java.util.Objects;

/**
 * The last job that Zuora took for a manifest.
 *
 * @param jobId as Zuora gave it
 * @param submitted when, by our clock
 * @param published whether its snapshot is there
 */
public record KnownJob(String jobId, Instant submitted, boolean published) {

    public KnownJob {
        if (jobId.isBlank()) {
            throw new IllegalArgumentException("a job has an id");
        }
        Objects.requireNonNull(submitted, "submitted");
    }

    /** A job that was just accepted. */
    public static KnownJob accepted(String jobId, Instant submitted) {
        return new KnownJob(jobId, submitted, false);
    }

    /** The same job, now that its snapshot is there. */
    public KnownJob asPublished() {
        return new KnownJob(jobId, submitted, true);
    }
}
