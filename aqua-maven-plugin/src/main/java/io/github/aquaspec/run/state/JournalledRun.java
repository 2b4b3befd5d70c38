package io.github.aquaspec.run.state;

import io.github.aquaspec.run.state.JournalEntry.Begun;
import io.github.aquaspec.run.state.JournalEntry.Intent;
import io.github.aquaspec.run.state.JournalEntry.Stored;
import io.github.aquaspec.run.state.JournalEntry.Submitted;
import io.github.aquaspec.spec.model.WindowRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a run has come, as its journal tells.
 *
 * @param begun what was planned
 * @param intent what was sent last, or was about to be
 * @param submitted the job, once it is known
 * @param files what was stored of it
 * @param published whether its snapshot stands
 * @param end how it ended: {@link JournalEntry.Committed} or {@link JournalEntry.Ended}; absent while it lives
 */
public record JournalledRun(
        Begun begun,
        Optional<Intent> intent,
        Optional<Submitted> submitted,
        List<Stored> files,
        boolean published,
        Optional<JournalEntry> end) {

    public JournalledRun {
        files = List.copyOf(files);
    }

    /** What the entries come to; nothing without any. */
    static Optional<JournalledRun> of(List<JournalEntry> entries) throws MalformedStateException {
        Optional<JournalledRun> run = Optional.empty();
        for (JournalEntry entry : entries) {
            boolean first = run.isEmpty();
            if (first != entry instanceof Begun) {
                throw new MalformedStateException(
                        first ? "it does not begin with a run" : "a run begins in the middle of another");
            }
            run = Optional.of(
                    first
                            ? new JournalledRun(
                                    (Begun) entry,
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    false,
                                    Optional.empty())
                            : run.get().after(entry));
        }
        return run;
    }

    /** A new intent means another job: what was known of the one before is of no use. */
    private JournalledRun after(JournalEntry entry) {
        if (entry instanceof Intent next) {
            return new JournalledRun(begun, Optional.of(next), Optional.empty(), List.of(), false, end);
        }
        if (entry instanceof Submitted next) {
            return new JournalledRun(begun, intent, Optional.of(next), List.of(), false, end);
        }
        if (entry instanceof Stored next) {
            List<Stored> all = new ArrayList<>(files);
            all.add(next);
            return new JournalledRun(begun, intent, submitted, all, published, end);
        }
        if (entry instanceof JournalEntry.Published) {
            return new JournalledRun(begun, intent, submitted, files, true, end);
        }
        return new JournalledRun(begun, intent, submitted, files, published, Optional.of(entry));
    }

    /** Whether the next build goes on with it. */
    public boolean isLive() {
        return end.isEmpty();
    }

    /** Whether there is a job, or may be one. */
    public boolean mayHaveJob() {
        return intent.isPresent();
    }

    /** The job, once it is known. */
    public Optional<String> jobId() {
        return submitted.map(Submitted::jobId);
    }

    /** Whether what is published is what it started from, or what it published itself. */
    public boolean goesOnFrom(Optional<Published> before) {
        Optional<String> last = before.map(Published::jobId);
        return last.equals(begun.before()) || (last.isPresent() && last.equals(jobId()));
    }

    /** What it extracts, where the manifest has a window. */
    public Optional<WindowRange> window() {
        return submitted.flatMap(Submitted::adopted).or(begun::window);
    }
}
