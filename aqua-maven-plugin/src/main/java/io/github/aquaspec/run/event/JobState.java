package io.github.aquaspec.run.event;

import io.github.aquaspec.client.JobReply;
import java.util.List;
import java.util.Optional;

/**
 * What Zuora says of a job at one time.
 *
 * @param status in AQuA's word
 * @param batches one per query
 */
public record JobState(String jobId, String status, List<Batch> batches) {

    public JobState {
        batches = List.copyOf(batches);
    }

    /**
     * One query of a job.
     *
     * @param name Zuora's name of it
     * @param status in AQuA's word
     * @param recordCount how many records Zuora announces
     */
    public record Batch(Optional<String> name, String status, Optional<Long> recordCount) {}

    public static JobState of(JobReply job) {
        List<Batch> batches = job.batches().stream()
                .map(batch -> new Batch(batch.name(), batch.statusWord(), batch.recordCount()))
                .toList();
        return new JobState(job.id(), job.statusWord(), batches);
    }
}
