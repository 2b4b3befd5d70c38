package io.github.aquaspec.run.event;

import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.EndedRun;
import io.github.aquaspec.run.state.StateException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published run before this one.
 *
 * @param runKey its name
 * @param jobId its job
 * @param ended when; absent where nobody wrote it down
 * @param files what it published
 */
public record EarlierRun(String runKey, Optional<String> jobId, Optional<Instant> ended, List<File> files) {

    /**
     * A data file of its snapshot.
     *
     * @param path its name in the snapshot
     * @param records in it, without the header
     * @param bytes its length
     */
    public record File(String path, long records, long bytes) {}

    public EarlierRun {
        files = List.copyOf(files);
    }

    /** Those that this machine remembers, the latest last. What cannot be read is told where it is needed. */
    public static List<EarlierRun> of(JobPlan plan) {
        try {
            return plan.state().isEmpty()
                    ? List.of()
                    : plan.state().get().earlier().stream().map(EarlierRun::of).toList();
        } catch (StateException e) {
            return List.of();
        }
    }

    private static EarlierRun of(EndedRun run) {
        List<File> files = run.files().stream()
                .map(file -> new File(file.path(), file.records(), file.bytes()))
                .toList();
        return new EarlierRun(run.key().toString(), run.jobId(), run.at(), files);
    }
}
