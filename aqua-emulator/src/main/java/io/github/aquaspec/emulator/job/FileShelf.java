package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.file.ResultFiles;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that clients can fetch, for as long as they are kept. Guarded by the lock of {@link Jobs}. */
final class FileShelf {

    private final ResultFiles files;
    private final Settings settings;
    private final Map<String, Instant> since = new HashMap<>();

    FileShelf(ResultFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    void add(ResultFile file, Instant now) {
        since.put(file.id(), now);
        files.publish(file);
    }

    Optional<ResultFile> find(String id, Instant now) {
        return Optional.ofNullable(since.get(id)).filter(t -> !isOld(t, now)).flatMap(t -> files.find(id));
    }

    /** Removes what nobody can fetch any more. */
    void clear(Instant now) {
        List<String> old = since.entrySet().stream()
                .filter(e -> isOld(e.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(this::remove);
    }

    void remove(String id) {
        since.remove(id);
        files.find(id).ifPresent(this::drop);
    }

    /** Removes a file, seen or not. */
    void drop(ResultFile file) {
        try {
            files.remove(file);
        } catch (IOException e) {
            // It can't be found any more, and that is what counts; a later start removes what is left.
        }
    }

    private boolean isOld(Instant written, Instant now) {
        return !now.isBefore(written.plus(Duration.ofHours(settings.get(Setting.FILE_HOURS))));
    }
}
