package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpAnswer;
import io.github.aquaspec.http.HttpCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Follows one request through its tries, and tells of them. */
final class RequestCourse {

    private final RequestListener listener;
    private final Clock clock;
    private int attempt;
    private RequestListener.Request request;
    private Instant begun;
    private Optional<HttpAnswer> answer = Optional.empty();

    RequestCourse(RequestListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /** A try has to wait for the host. */
    void held(HttpCall call, Duration wait) {
        listener.held(request(call, attempt + 1), wait);
    }

    /** A try begins. */
    void sent(HttpCall call) {
        attempt++;
        request = request(call, attempt);
        answer = Optional.empty();
        begun = clock.instant();
        listener.sent(request);
    }

    /** An answer begins. */
    void heard(HttpAnswer said) {
        answer = Optional.of(said);
    }

    /** The try has ended with an answer, good or bad. */
    void answered() {
        answer.ifPresent(said ->
                listener.answered(request, said.status(), said.header("Zuora-Request-Id"), said.bytesRead(), took()));
    }

    /** The try has ended without one, or within one. */
    void failed(CallFailure why) {
        listener.failed(request, why, answer.map(HttpAnswer::bytesRead).orElse(0L), took());
    }

    void repeats(CallFailure why, Duration wait) {
        listener.repeats(request, why, wait);
    }

    private Duration took() {
        return Duration.between(begun, clock.instant());
    }

    private static RequestListener.Request request(HttpCall call, int attempt) {
        return new RequestListener.Request(call.method(), path(call), attempt);
    }

    private static String path(HttpCall call) {
        String query = call.uri().getRawQuery();
        return call.uri().getRawPath() + (query == null ? "" : "?" + query);
    }
}
