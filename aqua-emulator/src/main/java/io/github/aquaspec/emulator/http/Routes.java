package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.http.RouteTable.Found;
import java.io.IOException;
import java.util.Set;

/** Which request of a client goes where, and which needs credentials. */
final class Routes {

    /** A wait before a request is carried out. */
    interface Hold {
        void await() throws IOException;
    }

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

    private final Access access;
    private final IdempotencyKeys keys;
    private final RouteTable open;
    private final RouteTable guarded;

    Routes(Access access, IdempotencyKeys keys, TokenEndpoint tokens, AquaEndpoints aqua, Describe describe) {
        this.access = access;
        this.keys = keys;
        this.open = new RouteTable().with("POST", "/oauth/token", (request, parts) -> tokens.answer(request));
        this.guarded = new RouteTable()
                .with("POST", "/v1/batch-query", (request, parts) -> aqua.submit(request))
                .with("GET", "/v1/batch-query/jobs/*", (request, parts) -> aqua.job(parts.get(0)))
                .with("DELETE", "/v1/batch-query/jobs/*", (request, parts) -> aqua.cancel(parts.get(0)))
                .with(
                        "GET",
                        "/v1/batch-query/jobs/partner/*/project/*",
                        (request, parts) -> aqua.lastJob(parts.get(0), parts.get(1)))
                .with("GET", "/v1/files/*", (request, parts) -> aqua.file(parts.get(0)))
                .with("GET", "/v1/files/*/status", (request, parts) -> aqua.fileStatus(parts.get(0)))
                .with("GET", "/v1/describe", (request, parts) -> describe.all())
                .with("GET", "/v1/describe/*", (request, parts) -> describe.object(parts.get(0)))
                .with("GET", "/v1/\\d+(?:\\.\\d+)?/describe/*", (request, parts) -> describe.object(parts.get(0)));
    }

    /**
     * The answer to a request.
     *
     * @param path of the request, in its plain spelling
     * @param hold to be awaited between the check of the request and its work
     */
    Response answer(Request request, String path, Hold hold) throws IOException {
        Found found = open.find(request.method(), path);
        if (found instanceof Found.Answerer answerer) {
            return work(answerer, request, hold);
        }
        if (found instanceof Found.Nothing) {
            if (!access.allows(request)) {
                return Errors.unauthorized();
            }
            found = guarded.find(request.method(), path);
        }
        if (found instanceof Found.OtherMethods others) {
            return Errors.methodNotSupported(request.method(), others.methods());
        }
        if (found instanceof Found.Answerer answerer) {
            return REPEATABLE.contains(request.method())
                    ? work(answerer, request, hold)
                    : keys.once(request, () -> work(answerer, request, hold));
        }
        return Errors.notFound("the resource " + path);
    }

    private static Response work(Found.Answerer answerer, Request request, Hold hold) throws IOException {
        hold.await();
        return answerer.handler().answer(request, answerer.parts());
    }
}
