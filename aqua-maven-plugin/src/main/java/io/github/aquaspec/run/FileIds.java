package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each file of a job is one file: none stands for two segments or two queries, and none is without an id. */
final class FileIds {

    private FileIds() {}

    /** Refuses a job whose files are not told apart. */
    static void requireApart(JobPlan plan, JobReply job, List<BatchReply> batches) throws JobFailedException {
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (int query = 0; query < batches.size(); query++) {
            List<String> files = batches.get(query).files();
            for (int i = 0; i < files.size(); i++) {
                String id = files.get(i);
                String place = (files.size() == 1 ? "the file" : "segment " + (i + 1)) + " of query \""
                        + plan.stems().get(query) + "\"";
                String first = id.isEmpty() ? null : seen.putIfAbsent(id, place);
                if (id.isEmpty()) {
                    problems.add(problem(plan, job, query, place + " has no id"));
                } else if (first != null) {
                    problems.add(problem(plan, job, query, place + " is file " + id + ", which is " + first + " too"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new JobFailedException(problems, Retry.NOW).ofTheJob();
        }
    }

    private static Diagnostic problem(JobPlan plan, JobReply job, int query, String what) {
        return Diagnostic.of(TransferCode.FILES_NOT_APART, "job " + job.id() + ": " + what)
                .at(plan.at(query, "query"), "the result of this query")
                .fix("run again; where it stays, give Zuora Support the job id");
    }
}
