package io.github.aquaspec.client;

import io.github.aquaspec.http.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The head of the request that submits a job, told without sending it: its method and address, and all headers as they go
 * over the wire. What says who we are is drawn as dots.
 *
 * @param base of the service; absent where it is not known yet
 * @param place what stands for the base then
 * @param headers what goes with every request
 * @param userAgent of the transport
 */
public record SubmitHead(
        Optional<URI> base, String place, Identity identity, Map<String, String> headers, String userAgent) {

    /** Any address will do: it is not shown. */
    private static final URI NOWHERE = URI.create("http://localhost");

    /**
     * The lines of the head.
     *
     * @param request the body
     * @param idempotencyKey or what is to be said of it
     */
    public List<String> lines(String request, String idempotencyKey) {
        HttpCall call = new SubmitJob(request, idempotencyKey)
                .call(base.orElse(NOWHERE))
                .with(headers)
                .with(identity.headers());
        SortedMap<String, String> all = call.wireHeaders(userAgent);
        if (base.isEmpty()) {
            all.put("Host", place);
        }
        List<String> lines = new ArrayList<>();
        lines.add(call.method() + " "
                + (base.isPresent() ? call.uri() : place + call.uri().getRawPath()));
        all.forEach((name, value) -> lines.add(name + ": " + value));
        return lines;
    }
}
