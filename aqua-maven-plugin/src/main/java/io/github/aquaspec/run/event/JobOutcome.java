package io.github.aquaspec.run.event;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.LocalCode;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.state.StateCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
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
     * @param accepted findings that the manifest silences, with its reasons
     */
    record Published(
            ManifestId id,
            JobReply job,
            List<QueryResult> results,
            Path directory,
            List<Diagnostic> diagnostics,
            List<Suppressed> accepted)
            implements JobOutcome {

        public Published {
            results = List.copyOf(results);
            diagnostics = List.copyOf(diagnostics);
            accepted = List.copyOf(accepted);
        }

        public String jobId() {
            return job.id();
        }

        /** Whether the job was a turn of a session, so that a query gives everything or what changed. */
        public boolean isOfSession() {
            return job.echo().project().isPresent();
        }

        /** Whether the next run goes on from it; all that failed then is to take the one before away. */
        public boolean isRemembered() {
            return diagnostics.stream().filter(Diagnostic::isError).allMatch(d -> d.code() == LocalCode.LEFTOVER);
        }

        /** When the job began, in Zuora's words. */
        public Optional<String> jobStartTime() {
            return job.startTime();
        }
    }

    /**
     * Nothing was published; what was there before is untouched.
     *
     * @param jobId the job, if there was one
     * @param retry whether running again can help
     */
    record Failed(ManifestId id, Optional<String> jobId, List<Diagnostic> diagnostics, Retry retry)
            implements JobOutcome {

        public Failed {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Nothing was done, and why.
     *
     * @param diagnostics what was found, where that is why
     */
    record Skipped(ManifestId id, String reason, List<Diagnostic> diagnostics) implements JobOutcome {

        public Skipped {
            diagnostics = List.copyOf(diagnostics);
        }

        public Skipped(ManifestId id, String reason) {
            this(id, reason, List.of());
        }
    }

    /** Whether the build fails for it: nothing was published, or something failed once it was. */
    default boolean isFailed() {
        return this instanceof Failed || diagnostics().stream().anyMatch(Diagnostic::isError);
    }

    /** Whether nothing was begun, because another run is at the same manifest. */
    default boolean isHeldByAnother() {
        return diagnostics().stream().anyMatch(found -> found.code() == StateCode.LOCKED);
    }
}
