package io.github.aquaspec.goal;

import io.github.aquaspec.run.event.JobOutcome;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.manifest.ManifestSet;
import io.github.aquaspec.run.plan.Strictness;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The outcomes of a run that did not begin: every manifest gets its receipt all the same. */
final class RunRefusal {

    private RunRefusal() {}

    /** Findings in manifests, or about them all, stop the build; manifests without wait for the others. */
    static List<JobOutcome> of(ManifestSet set, Strictness strictness) {
        String reason = set.hasErrors()
                ? "the manifests of this build have errors, see above"
                : "the manifests of this build have warnings, see above, and aqua.failOnWarning is set";
        return set.manifests().stream().map(m -> of(m, reason, strictness)).toList();
    }

    /** What stands in the way of all of them. */
    static List<JobOutcome> of(ManifestSet set, List<Diagnostic> problems) {
        return set.manifests().stream().map(m -> of(m.id(), problems)).toList();
    }

    /** What stands in the way of one of them, the worst first: it is the summary. */
    static JobOutcome of(ManifestId id, List<Diagnostic> problems) {
        List<Diagnostic> worstFirst = problems.stream()
                .sorted(Comparator.comparing(Diagnostic::severity))
                .toList();
        return new JobOutcome.Failed(id, Optional.empty(), worstFirst, Retry.NEVER);
    }

    static List<JobOutcome> skipped(ManifestSet set, String reason) {
        return set.manifests().stream()
                .<JobOutcome>map(m -> new JobOutcome.Skipped(m.id(), reason))
                .toList();
    }

    private static JobOutcome of(Manifest manifest, String reason, Strictness strictness) {
        return strictness.stopsAtAny(manifest.loaded().diagnostics())
                ? new JobOutcome.Failed(
                        manifest.id(), Optional.empty(), manifest.loaded().diagnostics(), Retry.NEVER)
                : new JobOutcome.Skipped(manifest.id(), reason);
    }
}
