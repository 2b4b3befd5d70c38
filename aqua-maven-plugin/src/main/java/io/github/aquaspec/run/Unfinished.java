package io.github.aquaspec.run;

import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalledRun;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that was stopped, and that the next one goes on with.
 *
 * @param key names it
 * @param jobId its job, once it is known
 * @param sent when its job was sent, by the server's clock as far as it is known
 * @param files how many of its files are stored
 * @param published whether its snapshot stands, and only is not remembered yet
 */
public record Unfinished(String key, Optional<String> jobId, Instant sent, int files, boolean published) {

    /** What goes on; nothing where nothing was sent. */
    static Optional<Unfinished> of(JournalledRun run) {
        return run.intent()
                .map(JournalEntry.Intent::at)
                .map(sent -> new Unfinished(
                        run.begun().key().toString(),
                        run.jobId(),
                        sent,
                        run.files().size(),
                        run.published()));
    }
}
