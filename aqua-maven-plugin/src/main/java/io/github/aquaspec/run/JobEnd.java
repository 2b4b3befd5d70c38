package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.client.JobStatus;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.ArrayList;
import java.util.List;

/** Judges a job that has come to an end: a completed one passes, any other is told at the query that stopped it. */
final class JobEnd {

    private JobEnd() {}

    static void requireCompleted(JobPlan plan, JobReply job) throws JobFailedException {
        if (job.status() == JobStatus.COMPLETED) {
            return;
        }
        Code code = switch (job.status()) {
            case ABORTED -> ServerCode.ABORTED;
            case CANCELLED -> ServerCode.CANCELLED;
            default -> ServerCode.GIVEN_UP;
        };
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < job.batches().size(); i++) {
            BatchReply batch = job.batches().get(i);
            if (batch.status() != JobStatus.COMPLETED && batch.message().isPresent()) {
                found.add(ofBatch(plan, job, code, i, batch));
            }
        }
        if (found.isEmpty()) {
            found.add(ofJob(plan, job, code));
        }
        throw new JobFailedException(found, retry(job, found));
    }

    private static Diagnostic ofBatch(JobPlan plan, JobReply job, Code code, int index, BatchReply batch) {
        String message = batch.message().orElse("");
        String name = batch.name().map(n -> " at query \"" + n + "\"").orElse("");
        Span place = index < plan.spec().queries().size()
                ? FieldInQuery.place(plan, message, index).orElse(plan.places().value(FieldInQuery.query(index)))
                : plan.places().key(SpecPath.ROOT.key("queries"));
        return Diagnostic.of(code, "job " + job.id() + " ended " + job.statusWord() + name)
                .at(place)
                .why("Zuora says: " + message)
                .fix(fix(message));
    }

    private static Diagnostic ofJob(JobPlan plan, JobReply job, Code code) {
        Diagnostic diagnostic = Diagnostic.of(code, "job " + job.id() + " ended " + job.statusWord())
                .at(plan.places().key(SpecPath.ROOT.key("queries")));
        return job.message().map(m -> diagnostic.why("Zuora says: " + m)).orElse(diagnostic);
    }

    private static String fix(String message) {
        if (message.contains("must specify a select")) {
            return "this object has no field that can be exported; take the query out";
        }
        if (message.contains("maximum processing time")) {
            return "a query may take 3 hours; make it smaller, for instance with a bound on UpdatedDate";
        }
        return isPassing(message) ? "run again" : "correct the query";
    }

    private static Retry retry(JobReply job, List<Diagnostic> found) {
        if (job.status() == JobStatus.CANCELLED) {
            return Retry.NOW;
        }
        return found.stream().allMatch(d -> isPassing(d.why())) ? Retry.LATER : Retry.NEVER;
    }

    /** Words that clients have seen go away by themselves. */
    private static boolean isPassing(String message) {
        return message.contains("Service Temporarily Unavailable")
                || message.contains("Internal Server Error")
                || message.contains("try again later");
    }
}
