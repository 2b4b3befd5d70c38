package io.github.aquaspec.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Scenarios as JSON: {@code {"scenario": "respond", "method": "GET", "path": "/v1/files", "times": 1, …}}. */
public final class ScenarioJson {

    private ScenarioJson() {}

    /**
     * The scenario in a document, with its occasion.
     *
     * @throws IllegalArgumentException when it names no known scenario, or lacks a member
     */
    public static Scenarios.Waiting read(JsonNode json) {
        Scenario scenario = scenario(json);
        Occasion usual = scenario.usualOccasion();
        return new Scenarios.Waiting(
                scenario,
                new Occasion(
                        json.path("method").asText(usual.method()),
                        json.path("path").asText(usual.pathPrefix()),
                        json.path("times").asInt(usual.times())));
    }

    /** A waiting scenario, without its particulars. */
    public static ObjectNode write(Scenarios.Waiting waiting) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String name = waiting.scenario().getClass().getSimpleName();
        json.put("scenario", Character.toLowerCase(name.charAt(0)) + name.substring(1));
        json.put("method", waiting.occasion().method());
        json.put("path", waiting.occasion().pathPrefix());
        if (waiting.occasion().times() != Occasion.ALWAYS) {
            json.put("times", waiting.occasion().times());
        }
        return json;
    }

    private static Scenario scenario(JsonNode json) {
        String name = json.path("scenario").asText();
        return switch (name) {
            case "respond" ->
                new Scenario.Respond(
                        required(json, "status").asInt(),
                        headers(json.path("headers")),
                        json.path("body").asText(""),
                        json.path("carriedOut").asBoolean(false));
            case "hangUp" -> new Scenario.HangUp(json.path("carriedOut").asBoolean(false));
            case "wrongRecordCount" ->
                new Scenario.WrongRecordCount(required(json, "delta").asLong());
            case "dropBatch" -> new Scenario.DropBatch(required(json, "index").asInt());
            case "jobStatus" ->
                new Scenario.JobStatus(
                        required(json, "status").asText(),
                        Optional.of(json.path("message"))
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::asText));
            case "truncateFile" ->
                new Scenario.TruncateFile(
                        required(json, "bytes").asLong(), json.path("chunked").asBoolean(false));
            case "appendToFile" ->
                new Scenario.AppendToFile(required(json, "junk").asText());
            case "secondZipEntry" ->
                new Scenario.SecondZipEntry(
                        json.path("name").asText("second.csv"),
                        json.path("content").asText(""));
            default -> throw new IllegalArgumentException("no scenario is named \"" + name + "\"");
        };
    }

    private static JsonNode required(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException("the scenario needs a member " + member);
        }
        return value;
    }

    private static Map<String, String> headers(JsonNode json) {
        Map<String, String> headers = new LinkedHashMap<>();
        json.properties().forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
        return headers;
    }
}
