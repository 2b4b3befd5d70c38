package io.github.aquaspec.run.check;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges a job that has come to an end: a completed one passes, any other is told at the query that stopped it. */
public final class JobEnd {

    private static final Pattern PGP = Pattern.compile("\\b(?:Open)?PGP|\\bGPG\\b", Pattern.CASE_INSENSITIVE);

    private JobEnd() {}

    public static void requireCompleted(JobPlan plan, JobReply job) throws JobFailedException {
        if (job.status() == JobStatus.COMPLETED) {
            return;
        }
        Code code = switch (job.status()) {
            case ABORTED -> ServerCode.ABORTED;
            case CANCELLED -> ServerCode.CANCELLED;
            default -> ServerCode.GIVEN_UP;
        };
        List<Diagnostic> found = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<Optional<BatchReply>> batches = BatchMatch.pairs(plan, job);
        List<BatchReply> others = new ArrayList<>(job.batches());
        for (int i = 0; i < batches.size(); i++) {
            BatchReply batch = batches.get(i).orElse(null);
            if (batch != null) {
                others.remove(batch);
                if (batch.status() == JobStatus.DELETED_NOTALLOWED) {
                    found.add(DeletedRefusal.of(plan, i, job));
                } else if (isToBlame(batch)) {
                    found.add(ofQuery(plan, job, code, i, batch));
                    batch.message().ifPresent(said::add);
                }
            }
        }
        others.stream().filter(JobEnd::isToBlame).forEach(batch -> {
            found.add(ofOther(plan, job, code, batch));
            batch.message().ifPresent(said::add);
        });
        if (found.isEmpty()) {
            found.add(ofJob(plan, job, code));
            job.message().ifPresent(said::add);
        }
        boolean refused = found.stream().anyMatch(d -> d.code() == ServerCode.DELETED_REFUSED);
        throw new JobFailedException(found, refused ? Retry.NEVER : retry(job, said)).ofTheJob();
    }

    private static boolean isToBlame(BatchReply batch) {
        return batch.status() != JobStatus.COMPLETED && batch.message().isPresent();
    }

    private static Diagnostic ofQuery(JobPlan plan, JobReply job, Code code, int query, BatchReply batch) {
        String message = batch.message().orElse("");
        Span place = FieldInQuery.place(plan, message, query).orElse(plan.at(query, "query"));
        return Diagnostic.of(code, ended(job) + " at query " + plan.quoted(query))
                .at(place)
                .why("Zuora says: " + message)
                .fix(fix(message));
    }

    private static Diagnostic ofOther(JobPlan plan, JobReply job, Code code, BatchReply batch) {
        String message = batch.message().orElse("");
        return Diagnostic.of(
                        code,
                        ended(job)
                                + batch.name()
                                        .map(n -> " at query \"" + n + "\"")
                                        .orElse(""))
                .at(plan.atQueries())
                .why("Zuora says: " + message)
                .fix(fix(message));
    }

    private static Diagnostic ofJob(JobPlan plan, JobReply job, Code code) {
        Diagnostic diagnostic = Diagnostic.of(code, ended(job))
                .at(plan.atQueries())
                .fix(
                        job.status() == JobStatus.CANCELLED
                                ? "run again; who cancelled it is in Zuora's log"
                                : "run again; where it stays, give Zuora Support the job id");
        return job.message().map(m -> diagnostic.why("Zuora says: " + m)).orElse(diagnostic);
    }

    private static String ended(JobReply job) {
        return "job " + job.id() + " ended " + job.statusWord();
    }

    private static String fix(String message) {
        if (message.contains("must specify a select")) {
            return "this object has no field that can be exported; take the query out";
        }
        if (message.contains("maximum processing time")) {
            return "a query may take 3 hours; make it smaller, for instance with a bound on UpdatedDate";
        }
        if (message.contains("maximum time limit")) {
            return "the job took too long as a whole; make its queries smaller, or spread them over more manifests";
        }
        if (PGP.matcher(message).find()) {
            return "the query is not at fault: have Zuora Support check the public key that this tenant has, or write"
                    + " `encrypted: none`";
        }
        return isPassing(message) ? "run again later" : "correct the query as Zuora says";
    }

    /** A job that ended without a word may do better; what is said of it decides otherwise. */
    private static Retry retry(JobReply job, List<String> said) {
        if (job.status() == JobStatus.CANCELLED || said.isEmpty()) {
            return Retry.NOW;
        }
        return said.stream().allMatch(JobEnd::isPassing) ? Retry.LATER : Retry.NEVER;
    }

    /** Words that clients have seen go away by themselves. */
    private static boolean isPassing(String message) {
        return message.contains("Service Temporarily Unavailable")
                || message.contains("Internal Server Error")
                || message.contains("try again later");
    }
}
