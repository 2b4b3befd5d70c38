package io.github.aquaspec.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Passes on what becomes of requests, without secrets: a server may echo what we sent.
 *
 * @param words takes secrets out of a text
 */
record RedactedRequests(RequestListener listener, UnaryOperator<String> words) implements RequestListener {

    @Override
    public void held(Request request, Duration wait) {
        listener.held(shown(request), wait);
    }

    @Override
    public void sent(Request request) {
        listener.sent(shown(request));
    }

    @Override
    public void answered(Request request, int status, Optional<String> requestId, long bytes, Duration took) {
        listener.answered(shown(request), status, requestId.map(words), bytes, took);
    }

    @Override
    public void failed(Request request, CallFailure why, long bytes, Duration took) {
        listener.failed(shown(request), why.redacted(words), bytes, took);
    }

    @Override
    public void repeats(Request request, CallFailure why, Duration wait) {
        listener.repeats(shown(request), why.redacted(words), wait);
    }

    @Override
    public void received(long bytes) {
        listener.received(bytes);
    }

    private Request shown(Request request) {
        return new Request(request.method(), words.apply(request.path()), request.attempt());
    }
}
