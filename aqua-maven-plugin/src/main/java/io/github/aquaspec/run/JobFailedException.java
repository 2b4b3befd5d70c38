package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;

/** A step of a run could not be done. Never leaves the package: a run ends in an outcome. */
final class JobFailedException extends Exception {

    private final transient List<Diagnostic> diagnostics;
    private final Retry retry;

    JobFailedException(Diagnostic diagnostic, Retry retry) {
        this(List.of(diagnostic), retry);
    }

    JobFailedException(List<Diagnostic> diagnostics, Retry retry) {
        super(diagnostics.get(0).message());
        this.diagnostics = List.copyOf(diagnostics);
        this.retry = retry;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Retry retry() {
        return retry;
    }
}
