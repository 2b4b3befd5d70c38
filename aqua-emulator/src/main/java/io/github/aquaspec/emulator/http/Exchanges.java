package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to each request between the socket and its endpoint: scenarios, headers of every answer, the log. */
final class Exchanges {

    private static final String CONTROL = "/emulator/";

    private final Routes routes;
    private final Scenarios scenarios;
    private final RequestLog log;
    private final Limits limits;

    Exchanges(Routes routes, Scenarios scenarios, RequestLog log, Limits limits) {
        this.routes = routes;
        this.scenarios = scenarios;
        this.log = log;
        this.limits = limits;
    }

    /** The answer to a request; none where the connection is to be closed instead. */
    Optional<Response> answer(Request request) {
        String path = PlainPath.of(request.path());
        if (path.startsWith(CONTROL)) {
            return Optional.of(safely(request, path, List.of()).orElseThrow());
        }
        limits.enter();
        try {
            Optional<Response> response = safely(request, path, scenarios.take(request.method(), path))
                    .map(answer -> finished(request, answer));
            log.add(request, response.map(Response::status).orElse(0));
            return response;
        } finally {
            limits.leave();
        }
    }

    private Optional<Response> safely(Request request, String path, List<Scenario> planned) {
        try {
            return answer(request, path, planned);
        } catch (IOException | RuntimeException e) {
            return Optional.of(Errors.internal(e.toString()));
        }
    }

    private Optional<Response> answer(Request request, String path, List<Scenario> planned) throws IOException {
        for (Scenario scenario : planned) {
            if (scenario instanceof Scenario.HangUp hangUp) {
                if (hangUp.carriedOut()) {
                    routes.answer(request, path);
                }
                return Optional.empty();
            }
            if (scenario instanceof Scenario.Respond respond) {
                if (respond.carriedOut()) {
                    routes.answer(request, path);
                }
                byte[] body = respond.body().getBytes(StandardCharsets.UTF_8);
                return Optional.of(new Response(respond.status(), respond.headers(), Body.of(body)));
            }
        }
        Response response = routes.answer(request, path);
        for (Scenario scenario : planned) {
            response = response.status() == 200 ? Misbehaviour.apply(scenario, response) : response;
        }
        return Optional.of(response);
    }

    private Response finished(Request request, Response response) {
        Response finished = response.with("Zuora-Request-Id", UUID.randomUUID().toString());
        Optional<String> track = request.header("Zuora-Track-Id");
        if (track.isPresent()) {
            finished = finished.with("Zuora-Track-Id", track.get());
        }
        for (Map.Entry<String, String> limit : limits.headers().entrySet()) {
            finished = finished.with(limit.getKey(), limit.getValue());
        }
        return finished;
    }
}
