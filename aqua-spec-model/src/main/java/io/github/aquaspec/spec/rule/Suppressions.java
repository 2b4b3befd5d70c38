package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Suppression;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts findings into those that are shown and those that the author accepts: the job's suppressions silence a code
 * everywhere, a query's only where the finding points at that query. An error is never silenced.
 *
 * @param shown what is left
 * @param suppressed what the author accepts, with the reason
 */
public record Suppressions(List<Diagnostic> shown, List<Loaded.Suppressed> suppressed) {

    public Suppressions {
        shown = List.copyOf(shown);
        suppressed = List.copyOf(suppressed);
    }

    public static Suppressions apply(List<Diagnostic> findings, JobSpec job, SourceMap places) {
        List<Diagnostic> shown = new ArrayList<>();
        List<Loaded.Suppressed> suppressed = new ArrayList<>();
        for (Diagnostic finding : findings) {
            Optional<Suppression> accepted = finding.isError() ? Optional.empty() : accepted(finding, job, places);
            accepted.ifPresentOrElse(
                    a -> suppressed.add(new Loaded.Suppressed(finding, a.reason())), () -> shown.add(finding));
        }
        return new Suppressions(shown, suppressed);
    }

    private static Optional<Suppression> accepted(Diagnostic finding, JobSpec job, SourceMap places) {
        return named(job.suppress(), finding)
                .or(() -> QueryInJob.all(job, places).stream()
                        .filter(query -> isIn(finding, places.value(query.path())))
                        .flatMap(query -> named(query.query().suppress(), finding).stream())
                        .findFirst());
    }

    private static Optional<Suppression> named(List<Suppression> suppressions, Diagnostic finding) {
        return suppressions.stream()
                .filter(s -> s.code().equals(finding.code().id()))
                .findFirst();
    }

    private static boolean isIn(Diagnostic finding, Span around) {
        return finding.where()
                .filter(label ->
                        label.span().start() >= around.start() && label.span().end() <= around.end())
                .isPresent();
    }
}
