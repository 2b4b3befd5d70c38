package io.github.aquaspec.run;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the run of one manifest ended. */
public sealed interface JobOutcome {

    ManifestId id();

    /** What was found on the way. */
    List<Diagnostic> diagnostics();

    /**
     * The snapshot is there.
     *
     * @param job the completed job
     * @param results one per query, in the order of the manifest
     * @param directory where it is
     */
    record Published(
            ManifestId id, JobReply job, List<QueryResult> results, Path directory, List<Diagnostic> diagnostics)
            implements JobOutcome {}

    /**
     * Nothing was published; what was there before is untouched.
     *
     * @param jobId the job, if there was one
     * @param retry whether running again can help
     */
    record Failed(ManifestId id, Optional<String> jobId, List<Diagnostic> diagnostics, Retry retry)
            implements JobOutcome {}

    /** Nothing was done, and why. */
    record Skipped(ManifestId id, String reason) implements JobOutcome {
        @Override
        public List<Diagnostic> diagnostics() {
            return List.of();
        }
    }
}
