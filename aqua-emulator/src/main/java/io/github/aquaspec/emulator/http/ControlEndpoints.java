package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.scenario.ScenarioJson;
import io.github.aquaspec.emulator.scenario.Scenarios;
import java.io.IOException;
import java.util.List;

/** What a person or a test asks of the emulator itself, below {@code /emulator}. No credentials are needed. */
final class ControlEndpoints {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RequestLog log;
    private final Scenarios scenarios;

    ControlEndpoints(RequestLog log, Scenarios scenarios) {
        this.log = log;
        this.scenarios = scenarios;
    }

    Response health() {
        return Response.json(200, object().put("status", "up"));
    }

    Response requests() {
        ObjectNode json = object();
        ArrayNode list = json.putArray("requests");
        log.requests().forEach(r -> list.add(json(r)));
        return Response.json(200, json);
    }

    Response clearRequests() {
        log.clear();
        return requests();
    }

    Response scenarios() {
        ObjectNode json = object();
        ArrayNode list = json.putArray("scenarios");
        scenarios.waiting().forEach(w -> list.add(ScenarioJson.write(w)));
        return Response.json(200, json);
    }

    Response addScenario(Request request) {
        try {
            Scenarios.Waiting added = ScenarioJson.read(JSON.readTree(request.body()));
            scenarios.add(added.scenario(), added.occasion());
            return scenarios();
        } catch (IOException e) {
            return Errors.badRequest("a scenario is written as JSON");
        } catch (IllegalArgumentException e) {
            return Errors.badRequest(e.getMessage());
        }
    }

    Response clearScenarios() {
        scenarios.clear();
        return scenarios();
    }

    private static ObjectNode json(RecordedRequest request) {
        ObjectNode json = object();
        json.put("number", request.number());
        json.put("time", request.time().toString());
        json.put("method", request.method());
        json.put("path", request.path());
        ObjectNode headers = json.putObject("headers");
        request.headers().forEach((name, values) -> headers.put(name, joined(values)));
        json.put("body", request.body());
        json.put("status", request.status());
        return json;
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
