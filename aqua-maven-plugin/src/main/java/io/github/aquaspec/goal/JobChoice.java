package io.github.aquaspec.goal;

import io.github.aquaspec.run.NamedJob;
import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** The job that a build names. */
final class JobChoice {

    private JobChoice() {}

    /** The job of an id; empty, with a problem, when the text cannot be one. */
    static Optional<NamedJob> named(String jobId, List<Diagnostic> problems) {
        if (jobId == null || jobId.isBlank()) {
            problems.add(Diagnostic.of(TargetCode.BAD_PROPERTY, "the build does not say which job")
                    .fix("name it with -Daqua.jobId=…; aqua:run prints the id, receipts and Zuora's AQuA Job Finder"
                            + " hold it"));
            return Optional.empty();
        }
        Optional<NamedJob> named = NamedJob.named(jobId.strip());
        if (named.isEmpty()) {
            problems.add(Diagnostic.of(
                            TargetCode.BAD_PROPERTY, "aqua.jobId is \"" + jobId + "\", and no job has such an id")
                    .fix("copy the id that aqua:run printed, or Zuora shows: 32 letters and digits, as a rule"));
        }
        return named;
    }
}
