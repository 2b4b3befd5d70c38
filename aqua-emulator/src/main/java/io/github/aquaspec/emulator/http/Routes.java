package io.github.aquaspec.emulator.http;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request goes where, and which needs credentials. */
final class Routes {

    /** Answers a request whose path matched. */
    interface Handler {
        Response answer(Request request, String id) throws IOException;
    }

    private record Route(String method, Pattern path, boolean open, Handler handler) {}

    private final Access access;
    private final List<Route> routes;

    Routes(Access access, TokenEndpoint tokens, AquaEndpoints aqua) {
        this.access = access;
        this.routes = List.of(
                route("POST", "/oauth/token", true, (request, id) -> tokens.answer(request)),
                route("POST", "/v1/batch-query", false, (request, id) -> aqua.submit(request)),
                route("GET", "/v1/batch-query/jobs/([^/]+)", false, (request, id) -> aqua.job(id)),
                route("GET", "/v1/(?:files|file|batch-query/file)/([^/]+)", false, (request, id) -> aqua.file(id)));
    }

    private static Route route(String method, String path, boolean open, Handler handler) {
        return new Route(method, Pattern.compile(path), open, handler);
    }

    Response answer(Request request) throws IOException {
        String path = canonical(request.path());
        boolean pathKnown = false;
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                if (!route.open() && !access.allows(request)) {
                    return Errors.unauthorized();
                }
                if (route.method().equals(request.method())) {
                    return route.handler().answer(request, matcher.groupCount() > 0 ? matcher.group(1) : "");
                }
                pathKnown = true;
            }
        }
        if (!access.allows(request)) {
            return Errors.unauthorized();
        }
        return pathKnown ? Errors.methodNotSupported(request.method()) : Errors.notFound("the resource " + path);
    }

    /** One spelling for the paths AQuA takes: no double or last slash, no alias of the old host. */
    static String canonical(String path) {
        String single = path.replaceAll("/{2,}", "/");
        String plain = single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
        return plain.startsWith("/apps/api/") ? "/v1/" + plain.substring("/apps/api/".length()) : plain;
    }
}
