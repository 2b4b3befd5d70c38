package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /emulator/health} and {@code /emulator/requests}: whether it is up, and what came in. */
final class Observation {

    private final RequestLog log;

    Observation(RequestLog log) {
        this.log = log;
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
