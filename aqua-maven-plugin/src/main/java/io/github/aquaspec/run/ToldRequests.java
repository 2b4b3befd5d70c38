package io.github.aquaspec.run;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.RequestListener;
import io.github.aquaspec.run.event.RequestStep;
import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import io.github.aquaspec.run.manifest.ManifestId;
import java.time.Duration;
import java.util.Optional;

/** Makes events of what becomes of the requests of a manifest. */
record ToldRequests(ManifestId id, RunListener listener) implements RequestListener {

    @Override
    public void held(Request request, Duration wait) {
        tell(new RequestStep.Held(words(request), request.attempt(), wait));
    }

    @Override
    public void sent(Request request) {
        tell(new RequestStep.Sent(words(request), request.attempt()));
    }

    @Override
    public void answered(Request request, int status, Optional<String> requestId, long bytes, Duration took) {
        tell(new RequestStep.Answered(words(request), request.attempt(), status, requestId, bytes, took));
    }

    @Override
    public void failed(Request request, CallFailure why, long bytes, Duration took) {
        tell(new RequestStep.Failed(words(request), request.attempt(), CallTrouble.words(why), bytes, took));
    }

    @Override
    public void repeats(Request request, CallFailure why, Duration wait) {
        tell(new RequestStep.Repeated(words(request), request.attempt(), CallTrouble.diagnostic(why), wait));
    }

    @Override
    public void received(long bytes) {
        listener.received(id, bytes);
    }

    private void tell(RequestStep step) {
        listener.on(new RunEvent.Requested(id, step));
    }

    private static String words(Request request) {
        return request.method() + " " + request.path();
    }
}
