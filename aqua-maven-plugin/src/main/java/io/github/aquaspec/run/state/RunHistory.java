package io.github.aquaspec.run.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The runs of a manifest that have ended on this machine: the last one of each word, so that a word that a build gives
 * again names another run; and the latest that have published, to be compared with. The content of
 * {@code local/history.json}.
 *
 * @param identity whose records they got
 * @param runs the latest last
 */
record RunHistory(TargetIdentity identity, List<EndedRun> runs) {

    /** A year of nightly runs, each with a word of its own. */
    private static final int MOST = 400;

    /** How many published runs are remembered with their files. */
    private static final int COMPARED = 30;

    /** How many files of them in all: a history stays far below what a state may hold. */
    private static final int MOST_FILES = 10_000;

    RunHistory {
        runs = List.copyOf(runs);
    }

    /** The key of the next run under a word. */
    RunKey next(String base) {
        return runs.stream()
                .map(EndedRun::key)
                .filter(key -> key.base().equals(base))
                .reduce((one, other) -> one.count() > other.count() ? one : other)
                .map(RunKey::next)
                .orElse(new RunKey(base, 1));
    }

    /** The published runs of which it is known what they published, the latest last. */
    List<EndedRun> published() {
        return runs.stream().filter(run -> !run.files().isEmpty()).toList();
    }

    /** The same with a run more. */
    RunHistory with(JournalledRun run) {
        Deque<EndedRun> kept = new ArrayDeque<>();
        Set<String> words = new HashSet<>();
        int published = 0;
        int files = 0;
        List<EndedRun> all = new ArrayList<>(runs);
        all.add(ended(run));
        for (int i = all.size() - 1; i >= 0 && kept.size() < MOST; i--) {
            EndedRun one = all.get(i);
            published += one.files().isEmpty() ? 0 : 1;
            files += one.files().size();
            EndedRun known = published <= COMPARED && files <= MOST_FILES ? one : one.withoutFiles();
            boolean last = words.add(one.key().base());
            if (last || !known.files().isEmpty()) {
                kept.addFirst(known);
            }
        }
        return new RunHistory(identity, List.copyOf(kept));
    }

    private static EndedRun ended(JournalledRun run) {
        JournalEntry end = run.end().orElseThrow();
        if (end instanceof JournalEntry.Committed committed) {
            return new EndedRun(run.begun().key(), "committed", run.jobId(), committed.at(), files(run));
        }
        String word = ((JournalEntry.Ended) end).how().name().toLowerCase(Locale.ROOT);
        return new EndedRun(run.begun().key(), word, run.jobId(), Optional.empty(), List.of());
    }

    /** A file that was stored twice holds what came last. */
    private static List<EndedRun.File> files(JournalledRun run) {
        Map<String, EndedRun.File> files = new LinkedHashMap<>();
        for (JournalEntry.Stored stored : run.files()) {
            String name = stored.file().name();
            long records = stored.served().stream()
                    .mapToLong(JournalEntry.Served::records)
                    .sum();
            files.put(name, new EndedRun.File(name, records, stored.file().bytes()));
        }
        return List.copyOf(files.values());
    }
}
