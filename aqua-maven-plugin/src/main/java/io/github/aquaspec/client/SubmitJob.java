package io.github.aquaspec.client;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * {@code POST /v1/batch-query/} (Zuora API reference, Submit an aggregate query job; developer guide, Idempotent
 * requests).
 */
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

    /** Whether to send a submission again, and with which key, is a decision of the run, not of a transport. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public JobReply read(HttpAnswer answer) throws IOException, CallFailedException {
        return JobReader.read(action(), answer);
    }

    /**
     * The guides disagree whether a repeated submission is answered like the first one or with 409; both are taken, where
     * the first was a rejection as well.
     */
    @Override
    public JobReply readRefusal(HttpAnswer answer) throws IOException, CallFailedException {
        Page page = Page.ofRefusal(answer);
        Optional<JobReply> first = answer.status() == 409 ? JobReader.find(page) : Optional.empty();
        if (first.isPresent()) {
            return first.get();
        }
        CallFailedException refusal = Answers.refusal(action(), answer, page);
        CallFailure said = refusal.failure();
        throw switch (answer.status()) {
            case 409 ->
                Answers.failed(
                        page.json().hasNonNull("errorCode") ? Kind.REJECTED : Kind.CONFLICT,
                        action(),
                        answer,
                        said.code(),
                        said.message());
            case 422 -> Answers.failed(Kind.MISUSED_KEY, action(), answer, said.code(), said.message());
            default -> refusal;
        };
    }
}
