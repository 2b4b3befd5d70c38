package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;

/** {@code GET /v1/batch-query/jobs/{id}} (Zuora API reference, Retrieve an aggregate query job). */
record GetJob(String jobId) implements Operation<JobReply> {

    @Override
    public String action() {
        return "ask for job " + jobId;
    }

    @Override
    public HttpCall call(URI base) {
        return HttpCall.get(Paths.under(base, "/v1/batch-query/jobs/" + Paths.segment(jobId)))
                .with("Accept", "application/json");
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public JobReply read(HttpAnswer answer) throws IOException, CallFailedException {
        return JobReader.readTaken(action(), answer, jobId);
    }
}
