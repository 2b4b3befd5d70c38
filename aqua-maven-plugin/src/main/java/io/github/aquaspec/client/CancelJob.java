package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;

/** {@code DELETE /v1/batch-query/jobs/{id}} (Zuora API reference, Cancel a running aggregate query job). */
record CancelJob(String jobId) implements Operation<JobReply> {

    @Override
    public String action() {
        return "cancel job " + jobId;
    }

    @Override
    public HttpCall call(URI base) {
        return HttpCall.delete(Paths.under(base, "/v1/batch-query/jobs/" + Paths.segment(jobId)))
                .with("Accept", "application/json");
    }

    /** A job that is cancelled twice is cancelled; the second answer may be a refusal. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public JobReply read(HttpAnswer answer) throws IOException, CallFailedException {
        return JobReader.read(action(), answer);
    }
}
