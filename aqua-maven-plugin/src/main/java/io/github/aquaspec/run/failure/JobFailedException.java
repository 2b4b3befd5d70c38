package io.github.aquaspec.run.failure;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.List;

/** A step of a run could not be done. It never reaches a goal: a run ends in an outcome. */
public final class JobFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;
    private final Retry retry;
    private final boolean ofTheJob;

    public JobFailedException(Diagnostic diagnostic, Retry retry) {
        this(List.of(diagnostic), retry);
    }

    public JobFailedException(List<Diagnostic> diagnostics, Retry retry) {
        this(diagnostics, retry, false);
    }

    private JobFailedException(List<Diagnostic> diagnostics, Retry retry, boolean ofTheJob) {
        super(
                diagnostics.isEmpty()
                        ? "a warning stops the build"
                        : diagnostics.get(0).message());
        this.diagnostics = List.copyOf(diagnostics);
        this.retry = retry;
        this.ofTheJob = ofTheJob;
    }

    /** The same of a job that came to nothing: only another job can bring something better. */
    public JobFailedException ofTheJob() {
        return new JobFailedException(diagnostics, retry, true);
    }

    /** The same with more said about what to do. */
    public JobFailedException adding(String words) {
        List<Diagnostic> told =
                diagnostics.stream().map(d -> d.fix(d.fix().orElse("") + words)).toList();
        return new JobFailedException(told, retry, ofTheJob);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public Retry retry() {
        return retry;
    }

    /** Whether the next run needs another job. */
    public boolean isOfTheJob() {
        return ofTheJob;
    }
}
