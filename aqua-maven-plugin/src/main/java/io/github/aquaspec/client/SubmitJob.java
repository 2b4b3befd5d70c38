package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;

/** {@code POST /v1/batch-query/} (Zuora API reference, Submit an aggregate query job). */
record SubmitJob(String request, String idempotencyKey) implements Operation<JobReply> {

    @Override
    public String action() {
        return "submit the job";
    }

    @Override
    public HttpCall call(URI base) {
        return HttpCall.post(Paths.under(base, "/v1/batch-query/"), "application/json", request)
                .with("Accept", "application/json")
                .with("Idempotency-Key", idempotencyKey);
    }

    /** A job that is submitted twice runs twice. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public JobReply read(HttpAnswer answer) throws IOException, CallFailedException {
        return JobReader.read(action(), answer);
    }
}
