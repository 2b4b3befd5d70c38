package io.github.aquaspec.emulator.http;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request goes where, and which needs credentials. */
final class Routes {

    /** Answers a request whose path matched. */
    private interface Handler {
        Response answer(Request request, String id) throws IOException;
    }

    private record Route(String method, Pattern path, Door door, Handler handler) {}

    private enum Door {
        OPEN,
        GUARDED
    }

    private final Access access;
    private final List<Route> routes;

    Routes(Access access, TokenEndpoint tokens, AquaEndpoints aqua, ControlEndpoints control) {
        this.access = access;
        this.routes = List.of(
                open("POST", "/oauth/token", (request, id) -> tokens.answer(request)),
                guarded("POST", "/v1/batch-query", (request, id) -> aqua.submit(request)),
                guarded("GET", "/v1/batch-query/jobs/([^/]+)", (request, id) -> aqua.job(id)),
                guarded("GET", "/v1/files/([^/]+)", (request, id) -> aqua.file(id)),
                open("GET", "/emulator/health", (request, id) -> control.health()),
                open("GET", "/emulator/requests", (request, id) -> control.requests()),
                open("DELETE", "/emulator/requests", (request, id) -> control.clearRequests()),
                open("GET", "/emulator/scenarios", (request, id) -> control.scenarios()),
                open("POST", "/emulator/scenarios", (request, id) -> control.addScenario(request)),
                open("DELETE", "/emulator/scenarios", (request, id) -> control.clearScenarios()));
    }

    private static Route open(String method, String path, Handler handler) {
        return new Route(method, Pattern.compile(path), Door.OPEN, handler);
    }

    private static Route guarded(String method, String path, Handler handler) {
        return new Route(method, Pattern.compile(path), Door.GUARDED, handler);
    }

    /**
     * The answer to a request.
     *
     * @param path of the request, in its plain spelling
     */
    Response answer(Request request, String path) throws IOException {
        boolean allowed = access.allows(request);
        boolean pathKnown = false;
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                if (route.door() == Door.GUARDED && !allowed) {
                    return Errors.unauthorized();
                }
                if (route.method().equals(request.method())) {
                    return route.handler().answer(request, matcher.groupCount() > 0 ? matcher.group(1) : "");
                }
                pathKnown = true;
            }
        }
        if (pathKnown) {
            return Errors.methodNotSupported(request.method());
        }
        return allowed ? Errors.notFound("the resource " + path) : Errors.unauthorized();
    }
}
