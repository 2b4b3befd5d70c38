package io.github.aquaspec.run.check;

import io.github.aquaspec.run.failure.SessionCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.state.PublishedQuery;
import io.github.aquaspec.run.state.SessionPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.Expect.Load;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The queries of a plan beside those that its session ran before. Zuora takes a query for the same by its text and its
 * deleted column (Zuora documentation, Automatic switch between full load and incremental load); whether its name counts
 * is not documented, so names only tell which query was changed.
 *
 * @param plan the plan, with the queries of the last published run where the manifest writes none
 * @param loads what should come of each query
 * @param changes a warning for each query that is loaded in full because somebody changed it
 */
public record QueryHistory(JobPlan plan, List<Load> loads, Verdict changes) {

    public static QueryHistory of(JobPlan plan, SessionPublished before) {
        if (plan.spec().queries().isEmpty()) {
            JobPlan repeated = plan.answering(
                    before.queries().stream().map(QueryHistory::repeated).toList());
            return new QueryHistory(repeated, all(repeated, Load.INCREMENTAL), Verdict.NOTHING);
        }
        List<Load> loads = new ArrayList<>();
        Findings changes = new Findings(plan);
        for (int i = 0; i < plan.spec().queries().size(); i++) {
            QuerySpec query = plan.spec().queries().get(i);
            boolean same = before.queries().stream().anyMatch(old -> isSame(old, query));
            loads.add(same ? Load.INCREMENTAL : Load.FULL);
            if (!same) {
                change(plan, i, before).ifPresent(found -> changes.add(found, query));
            }
        }
        return new QueryHistory(plan, loads, changes.verdict());
    }

    /** What comes of a session without a past. */
    public static List<Load> allFull(JobPlan plan) {
        return all(plan, Load.FULL);
    }

    private static List<Load> all(JobPlan plan, Load load) {
        return Collections.nCopies(plan.spec().queries().size(), load);
    }

    private static boolean isSame(PublishedQuery old, QuerySpec query) {
        return old.query().equals(query.query())
                && old.deleted().equals(PublishedQuery.of(query).deleted());
    }

    private static Optional<Diagnostic> change(JobPlan plan, int index, SessionPublished before) {
        QuerySpec query = plan.spec().queries().get(index);
        SpecPath path = SpecPath.ROOT.key("queries").index(index);
        String full = "\" is another than in the last published run: expect it to be loaded in full";
        if (before.queries().stream().anyMatch(old -> old.query().equals(query.query()))) {
            return Optional.of(
                    changed("the deleted column of query \"" + plan.stems().get(index) + full)
                            .at(plan.places().key(path.key("deleted"))));
        }
        return before.queries().stream()
                .filter(old -> query.name().isPresent() && old.name().equals(query.name()))
                .findFirst()
                .map(old -> changed("the text of query \"" + plan.stems().get(index) + full)
                        .at(plan.places().value(path.key("query"))));
    }

    private static Diagnostic changed(String what) {
        return Diagnostic.of(SessionCode.QUERY_CHANGED, what).fix("tell whoever merges the data, or change it back");
    }

    private static QuerySpec repeated(PublishedQuery old) {
        return new QuerySpec(
                old.name(),
                old.query(),
                Optional.of(old.type()),
                Optional.empty(),
                List.of(),
                old.deleted().map(c -> new Deleted(c.column(), c.format(), Optional.empty())),
                Optional.empty(),
                Expect.NOTHING,
                Expect.NOTHING,
                List.of(),
                List.of());
    }
}
