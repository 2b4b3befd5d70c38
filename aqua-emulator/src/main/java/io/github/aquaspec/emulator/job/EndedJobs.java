package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.data.Notes;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.session.Pair;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs that came to their end, and a note of each job in case the emulator ends. Guarded by the lock of {@link Jobs}. */
final class EndedJobs {

    private static final String KIND = "job";

    private final Notes notes;
    private final Settings settings;
    private final Map<String, KeptJob> ended = new LinkedHashMap<>();

    EndedJobs(Notes notes, Settings settings) {
        this.notes = notes;
        this.settings = settings;
    }

    /** Reads the notes an earlier emulator left. Returns the jobs it did not bring to an end, in their order. */
    List<JobView> recall() {
        List<KeptJob> all = notes.all(KIND).stream().map(JobText::read).toList();
        all.stream()
                .filter(KeptJob::isOver)
                .sorted(Comparator.comparing(k -> k.view().ended().get()))
                .forEach(k -> ended.put(k.view().id(), k));
        return all.stream().filter(k -> !k.isOver()).map(KeptJob::view).toList();
    }

    /** Notes a job that is under way. */
    void submitted(JobView job) {
        notes.put(KIND, job.id(), JobText.write(new KeptJob(job, List.of())));
    }

    void add(KeptJob job) {
        ended.put(job.view().id(), job);
        notes.put(KIND, job.view().id(), JobText.write(job));
    }

    Optional<KeptJob> find(String id) {
        return Optional.ofNullable(ended.get(id));
    }

    /** All that can still be asked for, the first that ended first. */
    Collection<KeptJob> all() {
        return ended.values();
    }

    /** The newest completed job of a pair. */
    Optional<JobView> lastCompleted(Pair pair) {
        return ended.values().stream()
                .map(KeptJob::view)
                .filter(v -> v.status() == Status.COMPLETED
                        && v.request().pair().filter(pair::equals).isPresent())
                .reduce((first, second) -> second);
    }

    /** Forgets jobs that were submitted too long ago. Returns them. */
    List<JobView> clear(Instant now) {
        Duration kept = Duration.ofDays(settings.get(Setting.JOB_DAYS));
        List<JobView> old = ended.values().stream()
                .map(KeptJob::view)
                .filter(v -> !now.isBefore(v.submitted().plus(kept)))
                .toList();
        old.forEach(v -> {
            ended.remove(v.id());
            notes.remove(KIND, v.id());
        });
        return old;
    }

    void reset() {
        ended.clear();
        notes.clear(KIND);
    }
}
