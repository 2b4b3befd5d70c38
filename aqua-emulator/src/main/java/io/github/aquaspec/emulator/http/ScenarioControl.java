package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.scenario.ScenarioJson;
import io.github.aquaspec.emulator.scenario.Scenarios;

/** {@code /emulator/scenarios}: what is still to go wrong. */
final class ScenarioControl {

    private static final String EXAMPLE = "{\"scenario\": \"dropBatch\", \"index\": 0}";

    private final Scenarios scenarios;

    ScenarioControl(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    Response show() {
        ObjectNode json = ControlJson.object();
        ArrayNode list = json.putArray("scenarios");
        scenarios.waiting().forEach(w -> list.add(ScenarioJson.write(w)));
        return Response.json(200, json);
    }

    Response add(Request request) {
        Scenarios.Waiting added = ScenarioJson.read(ControlJson.read(request, EXAMPLE));
        scenarios.add(added.scenario(), added.occasion());
        return show();
    }

    Response takeBack() {
        scenarios.clear();
        return show();
    }
}
