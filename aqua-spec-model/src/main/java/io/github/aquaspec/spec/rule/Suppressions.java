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
        List<Accepted> all = accepted(job, places);
        for (Diagnostic finding : findings) {
            all.stream()
                    .filter(accepted -> !finding.isError() && accepted.covers(finding))
                    .findFirst()
                    .ifPresentOrElse(
                            accepted -> suppressed.add(new Loaded.Suppressed(
                                    finding, accepted.suppression().reason())),
                            () -> shown.add(finding));
        }
        return new Suppressions(shown, suppressed);
    }

    private static List<Accepted> accepted(JobSpec job, SourceMap places) {
        List<Accepted> all = new ArrayList<>();
        job.suppress().forEach(s -> all.add(new Accepted(s, Optional.empty())));
        for (QueryInJob query : QueryInJob.all(job, places)) {
            query.query().suppress().forEach(s -> all.add(new Accepted(s, Optional.of(places.value(query.path())))));
        }
        return all;
    }

    /** A suppression and the query that it is for; absent for the whole job. */
    private record Accepted(Suppression suppression, Optional<Span> query) {

        boolean covers(Diagnostic finding) {
            return suppression.code().equals(finding.code().id()) && (query.isEmpty() || isIn(finding, query.get()));
        }
    }

    private static boolean isIn(Diagnostic finding, Span around) {
        return finding.where()
                .filter(label ->
                        label.span().start() >= around.start() && label.span().end() <= around.end())
                .isPresent();
    }
}
