package io.github.aquaspec.emulator.job;

import java.util.List;

/**
 * A job as it is kept: as long as it is under way only that it was submitted, then how it ended.
 *
 * @param view what a client is told
 * @param statements what stood behind its files
 */
record KeptJob(JobView view, List<LoggedStatement> statements) {

    KeptJob {
        statements = List.copyOf(statements);
    }

    boolean isOver() {
        return view.ended().isPresent();
    }
}
