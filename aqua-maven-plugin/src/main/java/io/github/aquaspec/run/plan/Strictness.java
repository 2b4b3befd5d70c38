package io.github.aquaspec.run.plan;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Severity;
import java.util.Collection;

/** Which findings stop a build: errors, or warnings too. What stops it stops it before anything is sent or published. */
public enum Strictness {
    ERRORS_STOP,
    WARNINGS_STOP;

    /** Whether a finding stops the build. */
    public boolean stopsAt(Diagnostic finding) {
        return finding.isError() || (this == WARNINGS_STOP && finding.severity() == Severity.WARNING);
    }

    /** Whether any of them does. */
    public boolean stopsAtAny(Collection<Diagnostic> findings) {
        return findings.stream().anyMatch(this::stopsAt);
    }
}
