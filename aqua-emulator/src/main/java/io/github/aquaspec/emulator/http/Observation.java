package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /emulator/health}, {@code /requests}, {@code /callouts}: whether it is up, what came in, what went out. */
final class Observation {

    private final RequestLog log;
    private final NotifyCallout callouts;

    Observation(RequestLog log, NotifyCallout callouts) {
        this.log = log;
        this.callouts = callouts;
    }

    Response health() {
        return Response.json(200, ControlJson.object().put("status", "up"));
    }

    Response requests() {
        ObjectNode json = ControlJson.object();
        ArrayNode list = json.putArray("requests");
        log.requests().forEach(r -> list.add(json(r)));
        return Response.json(200, json);
    }

    Response forget() {
        log.clear();
        return requests();
    }

    Response callouts() {
        ObjectNode json = ControlJson.object();
        ArrayNode list = json.putArray("callouts");
        callouts.calls().forEach(call -> list.addObject().put("url", call.url()).put("outcome", call.outcome()));
        return Response.json(200, json);
    }

    private static ObjectNode json(RecordedRequest request) {
        ObjectNode json = ControlJson.object();
        json.put("number", request.number());
        json.put("time", request.time().toString());
        json.put("method", request.method());
        json.put("path", request.path());
        ObjectNode headers = json.putObject("headers");
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        json.put("body", request.body());
        json.put("status", request.status());
        return json;
    }
}
