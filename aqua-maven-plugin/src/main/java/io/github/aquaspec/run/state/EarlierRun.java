package io.github.aquaspec.run.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that has published, as this machine remembers it.
 *
 * @param runKey its name
 * @param jobId its job
 * @param ended when; absent where nobody wrote it down
 * @param files what it published
 */
public record EarlierRun(String runKey, Optional<String> jobId, Optional<Instant> ended, List<File> files) {

    /**
     * A data file of a snapshot.
     *
     * @param path its name in the snapshot
     * @param records in it, without the header
     * @param bytes its length
     */
    public record File(String path, long records, long bytes) {}

    public EarlierRun {
        files = List.copyOf(files);
    }
}
