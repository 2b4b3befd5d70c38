package io.github.aquaspec.run;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects what is found about the results of a job, and sets apart what the manifest accepts. */
final class Findings {

    private final List<Suppression> ofJob;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Suppressed> accepted = new ArrayList<>();

    Findings(JobPlan plan) {
        this.ofJob = plan.spec().suppress();
    }

    /** A finding about the job. */
    void add(Diagnostic diagnostic) {
        add(diagnostic, ofJob.stream());
    }

    /** A finding about one query. */
    void add(Diagnostic diagnostic, QuerySpec query) {
        add(diagnostic, Stream.concat(query.suppress().stream(), ofJob.stream()));
    }

    /** Errors cannot be accepted. */
    private void add(Diagnostic diagnostic, Stream<Suppression> suppressions) {
        Optional<Suppression> suppression = suppressions
                .filter(s -> !diagnostic.isError()
                        && s.code().equals(diagnostic.code().id()))
                .findFirst();
        suppression.ifPresentOrElse(
                s -> accepted.add(new Suppressed(diagnostic, s.reason())), () -> found.add(diagnostic));
    }

    ContentCheck.Verdict verdict() {
        return new ContentCheck.Verdict(found, accepted);
    }
}
