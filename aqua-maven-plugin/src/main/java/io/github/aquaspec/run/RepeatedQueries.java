package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.check.BatchMatch;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.QueryType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The queries that a session repeats though the manifest does not write them: all of them where it writes none, and with
 * {@code useLastCompletedJobQueries} those beside its own (Zuora documentation, Automatic switch between full load and
 * incremental load). How Zuora merges the two sets is not documented, so whatever comes beside ours is taken.
 */
final class RepeatedQueries {

    private RepeatedQueries() {}

    /** The plan with a query for each batch that the manifest leaves to its session; of other jobs, the plan as it is. */
    static JobPlan of(JobPlan plan, JobReply job) {
        if (!areOpen(plan.spec())) {
            return plan;
        }
        List<QuerySpec> repeated = BatchMatch.left(plan, job).stream()
                .filter(batch -> !batch.query().isBlank())
                .map(RepeatedQueries::query)
                .toList();
        return repeated.isEmpty() ? plan : plan.answering(repeated);
    }

    /** Whether the server adds queries to those of the plan. */
    private static boolean areOpen(JobSpec spec) {
        return spec.isStateful()
                && (spec.queries().isEmpty()
                        || spec.session().useLastCompletedJobQueries().orElse(false));
    }

    /** What a batch says about its query. */
    static QuerySpec query(BatchReply batch) {
        return new QuerySpec(
                batch.name(),
                batch.query().strip(),
                batch.type().flatMap(RepeatedQueries::type),
                batch.apiVersion().filter(v -> v.matches("\\d{1,3}(\\.\\d)?")).map(ApiVersion::new),
                List.of(),
                batch.deleted().map(RepeatedQueries::deleted),
                Optional.empty(),
                Expect.NOTHING,
                Expect.NOTHING,
                List.of(),
                List.of());
    }

    private static Optional<QueryType> type(String word) {
        return Arrays.stream(QueryType.values())
                .filter(type -> type.word().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Deleted deleted(BatchReply.DeletedEcho echo) {
        return new Deleted(echo.column(), echo.format().flatMap(RepeatedQueries::flag), Optional.empty());
    }

    /** The flag that a word of AQuA means, whatever its case. */
    private static Optional<Deleted.Flag> flag(String word) {
        return Arrays.stream(Deleted.Flag.values())
                .filter(flag -> flag.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
