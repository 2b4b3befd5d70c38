package io.github.aquaspec.emulator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client may know of a job at one moment.
 *
 * @param id 32 hex characters
 * @param submitted when it was
 * @param startTime when execution began, once it has
 * @param ended when the job came to its end, once it has
 * @param incrementalTime the retrieval time as an instant, where the request has one
 * @param problem why AQuA marked the job as an error, where it did
 * @param batches one for each query, in the order of the request
 */
public record JobView(
        String id,
        JobRequest request,
        Status status,
        Instant submitted,
        Optional<Instant> startTime,
        Optional<Instant> ended,
        Optional<Instant> incrementalTime,
        Optional<Rejection> problem,
        List<Batch> batches) {

    /** Where a job or a batch stands. */
    public enum Status {
        PENDING("pending"),
        SUBMITTED("submitted"),
        EXECUTING("executing"),
        COMPLETED("completed"),
        ABORTED("aborted"),
        CANCELLED("cancelled"),
        ERROR("error"),
        DELETED_NOT_ALLOWED("deleted_notallowed");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What a client may know of one query.
     *
     * @param recordCount of all its files together, deleted records included
     * @param files their ids: none before the end, several only where {@code segmented}
     * @param segmented whether the files are told as segments, be it only one
     * @param message empty on success, the reason of a failure, absent before either
     */
    public record Batch(
            String id,
            QueryRequest query,
            Status status,
            boolean full,
            long recordCount,
            List<String> files,
            boolean segmented,
            Optional<String> message) {

        public Batch {
            files = List.copyOf(files);
            if (files.size() > 1 && !segmented) {
                throw new IllegalArgumentException("several files are segments");
            }
        }

        static Batch pending(String id, QueryRequest query, boolean full) {
            return new Batch(id, query, Status.PENDING, full, 0, List.of(), false, Optional.empty());
        }

        /** The batch before its end, in another state. */
        Batch as(Status other) {
            return new Batch(id, query, other, full, 0, List.of(), false, Optional.empty());
        }

        Batch completed(List<String> fileIds, boolean asSegments, long records) {
            return new Batch(id, query, Status.COMPLETED, full, records, fileIds, asSegments, Optional.of(""));
        }

        /** The batch at an end without a file. */
        Batch without(Status last, String reason) {
            return new Batch(id, query, last, full, 0, List.of(), false, Optional.of(reason));
        }
    }

    public JobView {
        batches = List.copyOf(batches);
    }
}
