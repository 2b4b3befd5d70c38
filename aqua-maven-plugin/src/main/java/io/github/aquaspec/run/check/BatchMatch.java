package io.github.aquaspec.run.check;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Finds for each query of a manifest its batch, the surest way first, each batch once. Zuora leaves out
 * queries without permission and calls the job completed, so queries in must be batches out.
 */
public final class BatchMatch {

    /** How a batch is told to be a query's, the surest first. A server may leave a name out of its answer. */
    private static final List<BiPredicate<QuerySpec, BatchReply>> WAYS = List.of(
            (query, batch) -> query.name().equals(batch.name()) && echoes(query, batch),
            (query, batch) -> (query.name().isEmpty() || batch.name().isEmpty()) && echoes(query, batch),
            (query, batch) -> query.name().isPresent() && query.name().equals(batch.name()));

    private final JobPlan plan;
    private final List<BatchReply> left;

    private BatchMatch(JobPlan plan, JobReply job) {
        this.plan = plan;
        this.left = new ArrayList<>(job.batches());
    }

    /** The batches of a completed job, in the order of the manifest's queries. */
    public static List<BatchReply> of(JobPlan plan, JobReply job) throws JobFailedException {
        return new BatchMatch(plan, job).judged(job);
    }

    /** For each query its batch, if there is one, whatever their states. */
    public static List<Optional<BatchReply>> pairs(JobPlan plan, JobReply job) {
        return new BatchMatch(plan, job).pairs();
    }

    /** The batches that belong to no query. */
    public static List<BatchReply> left(JobPlan plan, JobReply job) {
        BatchMatch match = new BatchMatch(plan, job);
        match.pairs();
        return List.copyOf(match.left);
    }

    private List<Optional<BatchReply>> pairs() {
        List<QuerySpec> queries = plan.spec().queries();
        List<Optional<BatchReply>> matched = new ArrayList<>(Collections.nCopies(queries.size(), Optional.empty()));
        for (BiPredicate<QuerySpec, BatchReply> belongs : WAYS) {
            for (int i = 0; i < queries.size(); i++) {
                if (matched.get(i).isEmpty()) {
                    matched.set(i, take(queries.get(i), belongs));
                }
            }
        }
        return matched;
    }

    private List<BatchReply> judged(JobReply job) throws JobFailedException {
        List<Optional<BatchReply>> matched = pairs();
        List<Diagnostic> problems = new ArrayList<>();
        for (int i = 0; i < matched.size(); i++) {
            judge(i, matched.get(i), job).ifPresent(problems::add);
        }
        for (BatchReply extra : left) {
            problems.add(Diagnostic.of(
                            ServerCode.EXTRA_BATCH,
                            "job " + job.id() + " has a batch that no query asks for"
                                    + extra.name().map(n -> ": \"" + n + "\"").orElse(""))
                    .at(plan.atQueries())
                    .fix(
                            plan.spec().isStateful()
                                    ? "add the query to the manifest, or take in what the session repeats with"
                                            + " `useLastCompletedJobQueries: true`"
                                    : "run again; where it stays, give Zuora Support the job id"));
        }
        if (matched.isEmpty() && problems.isEmpty()) {
            problems.add(Diagnostic.of(ServerCode.QUERY_LEFT_OUT, "job " + job.id() + " has no batch at all")
                    .at(plan.atQueries())
                    .fix("write the queries, or begin a new session with another `project`"));
        }
        if (!problems.isEmpty()) {
            throw new JobFailedException(problems, Retry.NEVER).ofTheJob();
        }
        return matched.stream().map(Optional::orElseThrow).toList();
    }

    private Optional<BatchReply> take(QuerySpec query, BiPredicate<QuerySpec, BatchReply> belongs) {
        Optional<BatchReply> found =
                left.stream().filter(batch -> belongs.test(query, batch)).findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    /** Whether a batch echoes a query's text, however it breaks lines. */
    public static boolean echoes(QuerySpec query, BatchReply batch) {
        return collapsed(query.query()).equals(collapsed(batch.query()));
    }

    /** A text as Zuora may repeat it, with other white space. */
    public static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private Optional<Diagnostic> judge(int query, Optional<BatchReply> batch, JobReply job) {
        SpecPath path = FieldInQuery.query(query);
        String name = plan.quoted(query);
        if (batch.isEmpty()) {
            return Optional.of(
                    Diagnostic.of(ServerCode.QUERY_LEFT_OUT, "job " + job.id() + " has no batch for query " + name)
                            .at(plan.places().value(path), "not run")
                            .fix("give the API user permission to read this object, or take the query out"));
        }
        if (batch.get().status() == JobStatus.DELETED_NOTALLOWED) {
            return Optional.of(DeletedRefusal.of(plan, query, job));
        }
        if (batch.get().status() != JobStatus.COMPLETED || batch.get().files().isEmpty()) {
            String state = batch.get().files().isEmpty() ? " without a file" : "";
            Diagnostic diagnostic = Diagnostic.of(
                            ServerCode.BATCH_UNFINISHED,
                            "job " + job.id() + " is completed, but query " + name + " is "
                                    + batch.get().statusWord() + state)
                    .at(plan.places().value(path))
                    .fix("run again; where it stays, give Zuora Support the job id");
            return Optional.of(batch.get()
                    .message()
                    .map(m -> diagnostic.why("Zuora says: " + m))
                    .orElse(diagnostic));
        }
        return Optional.empty();
    }
}
