package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.job.JobView.Batch;
import io.github.aquaspec.emulator.job.JobView.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An accepted job: what happened to it, and what a client has been shown. Safe for threads. */
final class Job {

    private final String id;
    private final JobRequest request;
    private final Load load;
    private final Instant submitted;
    private final List<Batch> batches;
    private Status status = Status.SUBMITTED;
    private Optional<Instant> startTime = Optional.empty();
    private int polls;

    Job(JobRequest request, Load load, Instant submitted) {
        this.id = Ids.next();
        this.request = request;
        this.load = load;
        this.submitted = submitted;
        this.batches = new ArrayList<>(request.queries().stream()
                .map(q -> Batch.pending(Ids.next(), q, load.isFull()))
                .toList());
    }

    String id() {
        return id;
    }

    JobRequest request() {
        return request;
    }

    Load load() {
        return load;
    }

    synchronized void start(Instant now) {
        status = Status.EXECUTING;
        startTime = Optional.of(now);
    }

    synchronized void change(int batch, UnaryOperator<Batch> change) {
        batches.set(batch, change.apply(batches.get(batch)));
    }

    synchronized void end(Status last) {
        status = last;
    }

    synchronized JobView truth() {
        return new JobView(id, request, status, startTime, load.since(), batches);
    }

    /** The next answer to a client who polls. */
    synchronized JobView poll(Pace pace, Instant now) {
        polls++;
        JobView truth = truth();
        if (pace instanceof Pace.Polls held && polls <= held.polls()) {
            return polls == 1 || startTime.isEmpty() ? truth.notStarted() : truth.justStarted();
        }
        if (pace instanceof Pace.Delay delay && now.isBefore(submitted.plus(delay.duration()))) {
            return startTime.isEmpty() ? truth.notStarted() : truth.justStarted();
        }
        return truth;
    }
}
