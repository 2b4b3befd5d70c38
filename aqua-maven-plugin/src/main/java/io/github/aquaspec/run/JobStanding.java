package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking about a job.
 *
 * @param job which one
 * @param state how it stands; absent when nobody knows
 * @param remark what was done to it, or why nothing was
 * @param trouble why nobody knows, or why it was not done
 */
public record JobStanding(NamedJob job, Optional<State> state, Optional<String> remark, Optional<Diagnostic> trouble) {

    /**
     * How a job stands.
     *
     * @param status in AQuA's word
     * @param startTime as Zuora writes it
     * @param batches one per query
     */
    public record State(String status, Optional<String> startTime, List<Batch> batches) {

        public State {
            batches = List.copyOf(batches);
        }
    }

    /**
     * How a batch stands.
     *
     * @param name of its query, or its place
     * @param status in AQuA's word
     * @param records how many it holds, once it is completed
     * @param message why it ended otherwise
     */
    public record Batch(String name, String status, Optional<Long> records, Optional<String> message) {}

    /** How a job stands. */
    static JobStanding of(NamedJob job, JobReply reply) {
        List<Batch> batches = new ArrayList<>();
        for (BatchReply batch : reply.batches()) {
            batches.add(new Batch(
                    batch.name().orElse("query " + (batches.size() + 1)),
                    batch.statusWord(),
                    batch.recordCount().filter(n -> batch.status() == JobStatus.COMPLETED),
                    batch.message()));
        }
        return new JobStanding(
                job,
                Optional.of(new State(reply.statusWord(), reply.startTime(), batches)),
                Optional.empty(),
                Optional.empty());
    }

    /** Why nobody knows. */
    static JobStanding of(NamedJob job, Diagnostic trouble) {
        return new JobStanding(job, Optional.empty(), Optional.empty(), Optional.of(trouble));
    }

    JobStanding remarked(String words) {
        return new JobStanding(job, state, Optional.of(words), trouble);
    }

    JobStanding troubled(Diagnostic found) {
        return new JobStanding(job, state, remark, Optional.of(found));
    }
}
