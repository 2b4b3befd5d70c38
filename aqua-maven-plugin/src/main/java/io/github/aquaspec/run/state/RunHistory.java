package io.github.aquaspec.run.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The runs of a manifest that have ended on this machine, the last one of each word: a word that a build gives again
 * then names another run. The content of {@code local/history.json}.
 *
 * @param identity whose records they got
 * @param runs the latest last
 */
record RunHistory(TargetIdentity identity, List<Ended> runs) {

    /** A year of nightly runs, each with a word of its own. */
    private static final int MOST = 400;

    /**
     * A run that has ended.
     *
     * @param key its name
     * @param end {@code committed}, or why it published nothing
     * @param jobId its job, if there was one
     */
    record Ended(RunKey key, String end, Optional<String> jobId) {}

    RunHistory {
        runs = List.copyOf(runs);
    }

    /** The key of the next run under a word. */
    RunKey next(String base) {
        return runs.stream()
                .map(Ended::key)
                .filter(key -> key.base().equals(base))
                .reduce((one, other) -> one.count() > other.count() ? one : other)
                .map(RunKey::next)
                .orElse(new RunKey(base, 1));
    }

    /** The same with a run more. */
    RunHistory with(JournalledRun run) {
        List<Ended> all = new ArrayList<>(runs);
        all.removeIf(ended -> ended.key().base().equals(run.begun().key().base()));
        all.add(new Ended(run.begun().key(), word(run), run.jobId()));
        return new RunHistory(identity, all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    private static String word(JournalledRun run) {
        return run.end().orElseThrow() instanceof JournalEntry.Ended ended
                ? ended.how().name().toLowerCase(Locale.ROOT)
                : "committed";
    }
}
