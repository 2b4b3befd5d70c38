package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;

/** What happens in a run. The core logs nothing; whoever listens decides what to show. */
public sealed interface RunEvent {

    /** The manifest it happens to. */
    ManifestId id();

    /** A job is about to be submitted. */
    record Started(JobPlan plan) implements RunEvent {
        @Override
        public ManifestId id() {
            return plan.id();
        }
    }

    /** Something was found, and nothing is submitted yet: there is time to stop. It is told again with the outcome. */
    record Opened(ManifestId id, List<Diagnostic> found) implements RunEvent {

        public Opened {
            found = List.copyOf(found);
        }
    }

    /** AQuA took a job; the plan holds the request as it was sent. */
    record Submitted(JobPlan plan, JobReply job) implements RunEvent {

        @Override
        public ManifestId id() {
            return plan.id();
        }

        public String jobId() {
            return job.id();
        }

        /** The state in AQuA's word. */
        public String status() {
            return job.statusWord();
        }
    }

    /** A job is in another state than before. */
    record StatusChanged(ManifestId id, JobReply job, Duration elapsed) implements RunEvent {

        /** The state in AQuA's word. */
        public String status() {
            return job.statusWord();
        }
    }

    /** A file is here and verified. */
    record FileVerified(ManifestId id, QueryResult result) implements RunEvent {}

    /** A run came to its end. */
    record Ended(JobOutcome outcome) implements RunEvent {
        @Override
        public ManifestId id() {
            return outcome.id();
        }
    }
}
