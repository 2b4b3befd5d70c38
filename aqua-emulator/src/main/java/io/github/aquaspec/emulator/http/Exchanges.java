package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.scenario.Scenario;
import io.github.aquaspec.emulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What happens to each request between the socket and its endpoint: limits, scenarios, headers of every answer, the log. */
final class Exchanges {

    /** The way back to a client. */
    interface Line {
        void send(Response response) throws IOException;
    }

    /** What a track id may be (Zuora developer reference, Zuora-Track-Id). */
    private static final Pattern TRACK_ID = Pattern.compile("[^:;\"']{1,64}");

    private final Control control;
    private final Routes routes;
    private final Scenarios scenarios;
    private final TransportTrouble transport;
    private final RequestLog log;
    private final Limits limits;

    Exchanges(Control control, Routes routes, Scenarios scenarios, RequestLog log, Limits limits) {
        this.control = control;
        this.routes = routes;
        this.scenarios = scenarios;
        this.transport = new TransportTrouble(scenarios);
        this.log = log;
        this.limits = limits;
    }

    /** Answers a request; sends nothing where the connection is to be closed instead. */
    void serve(Request request, Line line) throws IOException {
        String path = PlainPath.of(request.path());
        if (Control.isFor(path)) {
            line.send(control.answer(request, path));
            return;
        }
        boolean isToken = path.equals("/oauth/token");
        Optional<Response> refusal = limits.enter(isToken);
        try {
            Optional<Response> response = refusal.isPresent() ? refusal : answer(request, path);
            response = response.map(answer -> finished(request, answer));
            log.add(request, response.map(Response::status).orElse(0));
            if (response.isPresent()) {
                line.send(response.get());
            }
        } finally {
            limits.leave(isToken);
        }
    }

    /**
     * Answers a request whose body can't be read.
     *
     * @param tooLong whether it is longer than may be; else it is not what its {@code Content-Encoding} says, or is
     *     longer out of it
     */
    void refuse(Request request, boolean tooLong, Line line) throws IOException {
        if (Control.isFor(PlainPath.of(request.path()))) {
            line.send(Control.unreadable(tooLong));
            return;
        }
        Response refusal = finished(request, Errors.malformed(tooLong ? 413 : 400));
        log.add(request, refusal.status());
        line.send(refusal);
    }

    private Optional<Response> answer(Request request, String path) {
        long cleared = scenarios.cleared();
        List<Scenario> planned = scenarios.take(request.method(), path);
        for (Scenario scenario : planned) {
            if (scenario instanceof Scenario.HangUp hangUp) {
                if (hangUp.carriedOut()) {
                    carriedOut(request, path, planned, cleared);
                }
                return Optional.empty();
            }
            if (scenario instanceof Scenario.Respond respond) {
                if (respond.carriedOut()) {
                    carriedOut(request, path, planned, cleared);
                }
                byte[] body = respond.body().getBytes(StandardCharsets.UTF_8);
                Response ready = new Response(respond.status(), respond.headers(), Body.of(body));
                return Optional.of(onTheWire(request, ready, planned, cleared));
            }
        }
        Response response = carriedOut(request, path, planned, cleared);
        return Optional.of(onTheWire(request, response, planned, cleared));
    }

    private Response carriedOut(Request request, String path, List<Scenario> planned, long cleared) {
        boolean held = planned.stream().anyMatch(Scenario.HoldRequest.class::isInstance);
        return Errors.answered(() -> {
            Response response = routes.answer(request, path, held ? () -> scenarios.awaitClear(cleared) : () -> {});
            for (Scenario scenario : planned) {
                response = response.status() == 200 ? Misbehaviour.apply(scenario, response) : response;
            }
            return response;
        });
    }

    private Response onTheWire(Request request, Response response, List<Scenario> planned, long cleared) {
        Response sent = TransportGzip.encoded(request, response);
        for (Scenario scenario : planned) {
            sent = transport.apply(scenario, sent, cleared);
        }
        return sent;
    }

    private Response finished(Request request, Response response) {
        Response finished = response.headers().containsKey(Response.REQUEST_ID)
                ? response
                : response.with(Response.REQUEST_ID, UUID.randomUUID().toString());
        Optional<String> track = request.header("Zuora-Track-Id")
                .filter(id -> TRACK_ID.matcher(id).matches());
        if (track.isPresent()) {
            finished = finished.with("Zuora-Track-Id", track.get());
        }
        for (Map.Entry<String, String> limit : limits.headers().entrySet()) {
            if (!finished.headers().containsKey(limit.getKey())) {
                finished = finished.with(limit.getKey(), limit.getValue());
            }
        }
        return finished;
    }
}
