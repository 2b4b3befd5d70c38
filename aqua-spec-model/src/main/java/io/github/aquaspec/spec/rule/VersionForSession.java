package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Version;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Partner and project want a session, so the version must say 1.1 (Zuora documentation, Stateless and Stateful Modes).
 */
final class VersionForSession implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        boolean wantsSession =
                job.session().partner().isPresent() && job.session().project().isPresent();
        if (!wantsSession) {
            return;
        }
        if (!places.has(JobPaths.VERSION)) {
            findings.accept(Diagnostic.of(JobCode.MISSING_VERSION, "partner and project are given, but no version")
                    .at(places.key(JobPaths.PARTNER))
                    .related(places.key(JobPaths.PROJECT), "")
                    .fix("add version: \"1.1\" to keep a session, or version: \"1.0\" to export everything each time"));
        } else if (job.version().equals(Optional.of(Version.V1_0))) {
            findings.accept(Diagnostic.of(
                            JobCode.STATELESS_VERSION, "version 1.0 runs stateless in spite of partner and project")
                    .at(places.value(JobPaths.VERSION))
                    .related(places.key(JobPaths.PARTNER), "")
                    .related(places.key(JobPaths.PROJECT), "")
                    .fix("write version: \"1.1\", or leave partner and project out"));
        }
    }
}
