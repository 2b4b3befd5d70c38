package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.Journal;
import io.github.aquaspec.run.state.JournalEntry;
import io.github.aquaspec.run.state.JournalledRun;
import io.github.aquaspec.run.state.StateException;
import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.snapshot.StagingDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of a job are staged: beside their snapshot, under the key of the request, so that the run which goes on
 * finds them.
 *
 * @param journal of the run; without one, nobody goes on
 */
record StagingPlace(Disk disk, JobPlan plan, Optional<Journal> journal) {

    /** Opens it, and deletes what runs that nobody goes on with have staged. */
    StagingDirectory open(Path directory) throws StateException, IOException {
        Optional<String> token = journal.flatMap(StagingPlace::token);
        Optional<String> goesOn =
                plan.state().isPresent() ? token(plan.state().get().journal()) : Optional.empty();
        plan.output().sweep(disk, directory, goesOn);
        return token.isPresent()
                ? StagingDirectory.open(disk, directory, token.get())
                : StagingDirectory.create(disk, directory);
    }

    private static Optional<String> token(Journal journal) {
        return journal.live()
                .flatMap(JournalledRun::intent)
                .map(JournalEntry.Intent::idempotencyKey)
                .map(key -> key.substring(key.length() - 16));
    }

    /** The names of the files that these batches become. */
    Set<String> names(List<BatchReply> batches) {
        Set<String> names = new HashSet<>();
        for (int query = 0; query < batches.size(); query++) {
            if (plan.keepsSegments()) {
                for (int segment = 1; segment <= batches.get(query).files().size(); segment++) {
                    names.add(plan.dataFile(query, segment));
                }
            } else {
                names.add(plan.dataFile(query));
            }
        }
        return names;
    }
}
