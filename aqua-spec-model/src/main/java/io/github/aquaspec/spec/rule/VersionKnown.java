package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.JobCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Version;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.Optional;
import java.util.function.Consumer;

/** Version 1.2 is not documented, though clients use it. Others cannot be bound. */
final class VersionKnown implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        if (job.version().equals(Optional.of(Version.V1_2))) {
            findings.accept(Diagnostic.of(JobCode.UNDOCUMENTED_VERSION, "version 1.2 is not documented")
                    .at(places.value(JobPaths.VERSION))
                    .fix("write \"1.1\""));
        }
    }
}
