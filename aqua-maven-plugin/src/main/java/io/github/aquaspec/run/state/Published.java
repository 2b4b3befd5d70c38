package io.github.aquaspec.run.state;

import java.time.Instant;

/** What was published last of a manifest: where the next run begins. The content of {@code window.json}. */
public sealed interface Published permits WindowPublished, SessionPublished {

    /** Whose records they are. */
    TargetIdentity identity();

    /** The job behind the snapshot. */
    String jobId();

    /** Up to here everything was published, this instant excluded. */
    Instant watermark();
}
