package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.file.ResultFile;
import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import io.github.aquaspec.emulator.job.Outcome.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job on its way: what was done, and how much of it a client has been shown. The work runs ahead; what is shown
 * follows by the {@link Course}. Guarded by the lock of {@link Jobs}, but for the sign to stop.
 */
final class Job {

    private final JobView submitted;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<LoggedStatement> statements = new ArrayList<>();
    private List<Batch> batches;
    private Optional<Course> course = Optional.empty();
    private List<Load> loads = List.of();
    private boolean handedOut;
    private int polls;
    private int shown;
    private volatile boolean stopped;

    Job(JobView submitted) {
        this.submitted = submitted;
        this.batches = submitted.batches();
    }

    String id() {
        return submitted.id();
    }

    JobRequest request() {
        return submitted.request();
    }

    Instant submitted() {
        return submitted.submitted();
    }

    /** Whether nobody has been asked to run it yet; from now on somebody has. */
    boolean handOut() {
        boolean first = !handedOut;
        handedOut = true;
        return first;
    }

    void start(Course how, List<Load> what) {
        course = Optional.of(how);
        loads = what;
        List<Batch> next = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            next.add(Batch.pending(
                    batches.get(i).id(), batches.get(i).query(), what.get(i).isFull()));
        }
        batches = next;
    }

    List<Batch> batches() {
        return batches;
    }

    List<LoggedStatement> statements() {
        return List.copyOf(statements);
    }

    void log(LoggedStatement statement) {
        statements.add(statement);
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    void asked() {
        polls++;
    }

    /** Lets a client see what it may see by now. Returns the files that can be seen for the first time. */
    List<ResultFile> reveal(Instant now) {
        int may = course.map(c -> c.over(polls, now)).orElse(0);
        List<ResultFile> files = new ArrayList<>();
        while (shown < Math.min(may, outcomes.size()) && outcomes.get(shown).kind() != Kind.FAILED) {
            files.addAll(outcomes.get(shown).files());
            shown++;
        }
        return files;
    }

    /** How the job ends, once a client may see that it has. */
    Optional<Status> ending(Instant now) {
        if (course.isEmpty()) {
            return Optional.empty();
        }
        int done = outcomes.size();
        boolean failed = done > 0 && outcomes.get(done - 1).kind() == Kind.FAILED;
        if (course.get().isTooLong(now, failed ? done : batches.size())) {
            return Optional.of(Status.ERROR);
        }
        if ((failed || done == batches.size()) && course.get().mayEnd(polls, now, done)) {
            return Optional.of(failed ? Status.ABORTED : Status.COMPLETED);
        }
        return Optional.empty();
    }

    /** Tells the work to stop; what it still yields is dropped. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Files that were written but never shown. */
    List<ResultFile> unseen() {
        return outcomes.stream().skip(shown).flatMap(o -> o.files().stream()).toList();
    }

    /** All files that were written. */
    List<ResultFile> written() {
        return outcomes.stream().flatMap(o -> o.files().stream()).toList();
    }

    /** What each query is about; none before the start. */
    List<Load> loads() {
        return loads;
    }

    /** Whether a query was ignored because the user may not read its objects. */
    boolean isIgnored(int query) {
        return query < outcomes.size() && outcomes.get(query).kind() == Kind.IGNORED;
    }

    JobView view() {
        if (course.filter(c -> c.isSeenToRun(polls)).isEmpty()) {
            return submitted;
        }
        List<Batch> seen = seen();
        if (shown < seen.size()) {
            seen.set(shown, seen.get(shown).as(Status.EXECUTING));
        }
        return view(Status.EXECUTING, Optional.empty(), seen);
    }

    /** What a client is told for good. */
    JobView ended(Status last, Instant now) {
        List<Batch> seen = seen();
        if (last == Status.ABORTED) {
            seen.set(outcomes.size() - 1, outcomes.get(outcomes.size() - 1).batch());
        }
        for (int i = shown; i < seen.size(); i++) {
            if (last == Status.CANCELLED) {
                seen.set(i, seen.get(i).as(Status.SUBMITTED));
            }
            if (last == Status.ERROR) {
                seen.set(
                        i,
                        seen.get(i)
                                .without(Status.ABORTED, Rejection.jobTooLong().message()));
            }
        }
        return view(last, Optional.of(now), seen);
    }

    private List<Batch> seen() {
        List<Batch> seen = new ArrayList<>(batches);
        for (int i = 0; i < shown; i++) {
            seen.set(i, outcomes.get(i).batch());
        }
        return seen;
    }

    private JobView view(Status status, Optional<Instant> ended, List<Batch> seen) {
        return new JobView(
                submitted.id(),
                submitted.request(),
                status,
                submitted.submitted(),
                course.map(Course::started),
                ended,
                submitted.incrementalTime(),
                status == Status.ERROR ? Optional.of(Rejection.jobTooLong()) : Optional.empty(),
                seen);
    }
}
