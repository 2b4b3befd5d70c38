package io.github.aquaspec.run.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that has ended, as this machine remembers it.
 *
 * @param key its name
 * @param end {@code committed}, or why it published nothing
 * @param jobId its job, if there was one
 * @param at when it ended, where that is known
 * @param files what it published; empty where that is forgotten
 */
public record EndedRun(RunKey key, String end, Optional<String> jobId, Optional<Instant> at, List<File> files) {

    /**
     * A data file of a snapshot.
     *
     * @param path its name in the snapshot
     * @param records in it, without the header
     * @param bytes its length
     */
    public record File(String path, long records, long bytes) {}

    public EndedRun {
        files = List.copyOf(files);
    }

    EndedRun withoutFiles() {
        return new EndedRun(key, end, jobId, at, List.of());
    }
}
