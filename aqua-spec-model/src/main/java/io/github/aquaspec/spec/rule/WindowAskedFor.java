package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.source.SourceMap;
import java.util.List;
import java.util.function.Consumer;

/** Where a job has a window, a query that does not ask for it is perhaps forgotten. */
final class WindowAskedFor implements Rule {

    @Override
    public void check(JobSpec job, SourceMap places, Consumer<Diagnostic> findings) {
        List<QueryInJob> queries = QueryInJob.all(job, places);
        List<QueryInJob> without =
                queries.stream().filter(query -> !asks(query)).toList();
        if (job.window().isPresent() && without.size() < queries.size()) {
            without.forEach(
                    query -> findings.accept(
                            Diagnostic.of(QueryCode.OUTSIDE_THE_WINDOW, "this query does not ask for the window")
                                    .at(query.head())
                                    .related(places.key(JobPaths.WINDOW), "")
                                    .fix(
                                            "ask for UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}, or suppress this at the query")));
        }
    }

    private static boolean asks(QueryInJob query) {
        return query.value("query").text().contains("${window.");
    }
}
