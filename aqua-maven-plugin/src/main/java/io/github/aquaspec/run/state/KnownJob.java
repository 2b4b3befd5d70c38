package io.github.aquaspec.run.state;

import java.time.Instant;
import java.util.Optional;

/**
 * The last job that Zuora took for a manifest.
 *
 * @param jobId as Zuora gave it
 * @param submitted when its request was sent, by the server's clock as far as it is known
 * @param published whether its snapshot is there
 */
public record KnownJob(String jobId, Instant submitted, boolean published) {

    static Optional<KnownJob> of(JournalledRun run) {
        return run.jobId()
                .map(id -> new KnownJob(
                        id,
                        run.intent()
                                .map(JournalEntry.Intent::at)
                                .orElse(run.begun().at()),
                        run.published()));
    }
}
