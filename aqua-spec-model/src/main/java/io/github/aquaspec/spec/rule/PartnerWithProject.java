package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.diagnostic.Severity;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.function.Consumer;

/** Partner and project make a session only together. It is an error where the manifest counts on one. */
final class PartnerWithProject implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        boolean partner = places.has(JobPaths.PARTNER);
        boolean project = places.has(JobPaths.PROJECT);
        if (partner == project || !job.effectiveVersion().allowsState()) {
            return;
        }
        String missing = partner ? "project" : "partner";
        Diagnostic finding = Diagnostic.of(
                        JobCode.HALF_A_SESSION, "there is no " + missing + ", so the job runs stateless")
                .at(places.key(partner ? JobPaths.PARTNER : JobPaths.PROJECT))
                .fix("add " + missing + ": …, or leave both out");
        findings.accept(countsOnSession(job) ? finding.severity(Severity.ERROR) : finding);
    }

    private static boolean countsOnSession(JobSpec job) {
        return job.queries().isEmpty()
                || OffsetNeedsSession.isGiven(job)
                || job.session().incrementalTime().isPresent()
                || job.queries().stream().anyMatch(IncrementalLoad::isExpected);
    }
}
