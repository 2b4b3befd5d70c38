package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that clients can fetch, for as long as they are kept. Guarded by the lock of {@link Jobs}. */
final class FileShelf {

    private final ResultFiles files;
    private final Settings settings;
    private final Map<String, Shelved> shelf = new HashMap<>();

    private record Shelved(ResultFile file, Instant since) {}

    FileShelf(ResultFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Finds the files of jobs that ended under an earlier emulator; what else it left is removed. */
    void recall(Collection<KeptJob> jobs) {
        for (KeptJob job : jobs) {
            JobView view = job.view();
            for (Batch batch : view.batches()) {
                for (String id : batch.files()) {
                    files.left(id, view.request().format(), batch.recordCount())
                            .ifPresent(file -> add(file, view.ended().get()));
                }
            }
        }
        try {
            files.removeAllBut(shelf.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(ResultFile file, Instant now) {
        shelf.put(file.id(), new Shelved(file, now));
    }

    Optional<ResultFile> find(String id, Instant now) {
        return Optional.ofNullable(shelf.get(id)).filter(s -> !isOld(s, now)).map(Shelved::file);
    }

    /** Removes what nobody can fetch any more. */
    void clear(Instant now) {
        List.copyOf(shelf.values()).stream().filter(s -> isOld(s, now)).forEach(s -> remove(s.file()));
    }

    /** Removes the files of a job. */
    void remove(JobView job) {
        for (Batch batch : job.batches()) {
            for (String id : batch.files()) {
                Optional.ofNullable(shelf.get(id)).ifPresent(s -> remove(s.file()));
            }
        }
    }

    /** Removes a file, seen or not. */
    void remove(ResultFile file) {
        shelf.remove(file.id());
        try {
            files.remove(file);
        } catch (IOException e) {
            // It can't be found any more, and that is what counts; a later start removes what is left.
        }
    }

    private boolean isOld(Shelved file, Instant now) {
        return !now.isBefore(file.since().plus(Duration.ofHours(settings.get(Setting.FILE_HOURS))));
    }
}
