package io.github.aquaspec.emulator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client may know of a job at one moment.
 *
 * @param id 32 hex characters
 * @param startTime when execution began, once it has
 * @param incrementalTime the retrieval time as an instant, where the request has one
 * @param batches one for each query, in the order of the request
 */
public record JobView(
        String id,
        JobRequest request,
        Status status,
        Optional<Instant> startTime,
        Optional<Instant> incrementalTime,
        List<Batch> batches) {

    /** Where a job or a batch stands. */
    public enum Status {
        PENDING("pending"),
        SUBMITTED("submitted"),
        EXECUTING("executing"),
        COMPLETED("completed"),
        ABORTED("aborted");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isFinal() {
            return this == COMPLETED || this == ABORTED;
        }
    }

    /**
     * What a client may know of one query.
     *
     * @param message empty on success, the reason of a failure, absent before either
     */
    public record Batch(
            String id,
            QueryRequest query,
            Status status,
            boolean full,
            long recordCount,
            Optional<String> fileId,
            Optional<String> message) {

        static Batch pending(String id, QueryRequest query, boolean full) {
            return new Batch(id, query, Status.PENDING, full, 0, Optional.empty(), Optional.empty());
        }

        Batch executing() {
            return new Batch(id, query, Status.EXECUTING, full, 0, Optional.empty(), Optional.empty());
        }

        Batch completed(String file, long records) {
            return new Batch(id, query, Status.COMPLETED, full, records, Optional.of(file), Optional.of(""));
        }

        Batch aborted(String reason) {
            return new Batch(id, query, Status.ABORTED, full, 0, Optional.empty(), Optional.of(reason));
        }
    }

    public JobView {
        batches = List.copyOf(batches);
    }

    /** The job before anything ran, as a submit answer shows it. */
    JobView notStarted() {
        return shown(Status.SUBMITTED, Optional.empty());
    }

    /** The job while its first batch runs. */
    JobView justStarted() {
        return shown(Status.EXECUTING, startTime);
    }

    private JobView shown(Status shownStatus, Optional<Instant> started) {
        List<Batch> pending = batches.stream()
                .map(b -> Batch.pending(b.id(), b.query(), b.full()))
                .toList();
        return new JobView(id, request, shownStatus, started, incrementalTime, pending);
    }
}
