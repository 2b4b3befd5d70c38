package io.github.aquaspec.spec.model;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * AQuA's members that concern the memory of stateful mode.
 *
 * @param partner id that Zuora Support issued
 * @param project names the session together with the partner
 * @param offset seconds before now at which the window ends, 0 to 3,600
 * @param incrementalTime where the window starts, in the data centre's zone
 * @param useLastCompletedJobQueries whether the last completed job's queries are merged in
 */
public record Session(
        Optional<String> partner,
        Optional<String> project,
        Optional<Integer> offset,
        Optional<LocalDateTime> incrementalTime,
        Optional<Boolean> useLastCompletedJobQueries) {

    public static final Session NONE =
            new Session(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same session, its window starting at a time of ours. */
    public Session since(LocalDateTime time) {
        return new Session(partner, project, offset, Optional.of(time), useLastCompletedJobQueries);
    }
}
