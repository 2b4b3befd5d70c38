package io.github.aquaspec.run.event;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens in a run. The core logs nothing; whoever listens decides what to show. */
public sealed interface RunEvent {

    /** The manifest it happens to. */
    ManifestId id();

    /**
     * The manifest is held, and its run begins. Whoever cannot write down what follows throws UncheckedIOException.
     *
     * @param earlier the published runs before it that this machine remembers, the latest last
     */
    record Started(JobPlan plan, List<EarlierRun> earlier) implements RunEvent {

        public Started {
            earlier = List.copyOf(earlier);
        }

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

    /**
     * A run goes on with a job that was submitted before.
     *
     * @param age how long ago; absent where nobody knows
     * @param byKey whether the run key alone says that it is ours: nothing is written down here
     */
    record Continued(ManifestId id, String jobId, Optional<Duration> age, boolean byKey) implements RunEvent {}

    /** A run before was about to submit, and nobody knows whether it did: its request goes out again, under its key. */
    record SentAgain(ManifestId id) implements RunEvent {}

    /**
     * A run that was begun before is not gone on with; another job takes its place.
     *
     * @param jobId its job, if it is known
     * @param why what became of it
     */
    record GivenUp(ManifestId id, Optional<String> jobId, Why why) implements RunEvent {

        /** What became of a job. */
        public enum Why {
            /** It ended without a result. */
            ENDED,
            /** Zuora does not know it any more, or has deleted its files. */
            GONE,
            /** The build asked for a fresh start; where it was under way, it was cancelled. */
            FRESH,
            /** The build asks for everything since what was published last. */
            HEALED,
            /** It extracts a window again that nobody asks for any more. */
            DROPPED
        }
    }

    /** An answer did not come, or was no answer; the wait goes on. */
    record Waiting(ManifestId id, Diagnostic trouble) implements RunEvent {}

    /**
     * AQuA took a job, now or before.
     *
     * @param plan holds the request as it was sent
     * @param runKey names the run, where there is one
     */
    record Submitted(JobPlan plan, JobReply job, Optional<String> runKey) implements RunEvent {

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

    /** A job is under way, and is asked for once more. */
    record NextLook(ManifestId id, Duration pause) implements RunEvent {}

    /** A job is in another state than before. */
    record StatusChanged(ManifestId id, JobReply job, Duration elapsed) implements RunEvent {

        /** The state in AQuA's word. */
        public String status() {
            return job.statusWord();
        }
    }

    /**
     * The file of a query, or the first of its segments, begins to be fetched.
     *
     * @param query its place in the manifest, from 0
     * @param stem the name of its data file, without an extension
     */
    record Fetching(ManifestId id, int query, String stem) implements RunEvent {}

    /**
     * What was fetched for a query cannot be taken, and is fetched again.
     *
     * @param trouble why
     * @param pause how long until then
     */
    record FetchedAgain(ManifestId id, int query, String stem, Diagnostic trouble, Duration pause)
            implements RunEvent {}

    /** A batch of a job is in another state than before, or counts other records; the job itself is as it was. */
    record BatchesChanged(ManifestId id, JobReply job) implements RunEvent {}

    /** What Zuora says of the job now, where it says so. */
    default Optional<JobState> state() {
        Optional<JobReply> told = Optional.empty();
        if (this instanceof Submitted submitted) {
            told = Optional.of(submitted.job());
        } else if (this instanceof StatusChanged changed) {
            told = Optional.of(changed.job());
        } else if (this instanceof BatchesChanged changed) {
            told = Optional.of(changed.job());
        }
        return told.map(JobState::of);
    }

    /** Checks were made of what the job brought. */
    record Checked(ManifestId id, List<QueryCheck> checks) implements RunEvent {

        public Checked {
            checks = List.copyOf(checks);
        }
    }

    /** The snapshot stands in its place. */
    record SnapshotPublished(ManifestId id) implements RunEvent {}

    /** A file is here and verified. */
    record FileVerified(ManifestId id, QueryResult result) implements RunEvent {}

    /** A request of it takes a step. */
    record Requested(ManifestId id, RequestStep step) implements RunEvent {}

    /** A run came to its end. */
    record Ended(JobOutcome outcome) implements RunEvent {
        @Override
        public ManifestId id() {
            return outcome.id();
        }
    }
}
