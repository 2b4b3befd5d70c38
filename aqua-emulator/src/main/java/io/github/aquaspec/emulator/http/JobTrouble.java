package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.scenario.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Does to the JSON of a job what a scenario says. Other answers pass unchanged. */
final class JobTrouble {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JobTrouble() {}

    private interface Change {
        void apply(ObjectNode job) throws IOException;
    }

    static Response apply(Scenario.OfJob scenario, Response response) throws IOException {
        if (scenario instanceof Scenario.WrongRecordCount wrong) {
            return changed(response, job -> wrongCounts(job, wrong.delta()));
        }
        if (scenario instanceof Scenario.DropBatch drop) {
            return changed(response, job -> batches(job).remove(drop.index()));
        }
        if (scenario instanceof Scenario.JobStatus status) {
            return changed(response, job -> status(job, status));
        }
        if (scenario instanceof Scenario.EditAnswer edit) {
            return changed(response, job -> edit(job, edit));
        }
        if (scenario instanceof Scenario.EditSegments edit) {
            return changed(response, job -> job.path("batches").forEach(batch -> segments(batch, edit.change())));
        }
        if (scenario instanceof Scenario.SwapFiles) {
            return changed(response, JobTrouble::swapFiles);
        }
        return response;
    }

    private static Response changed(Response response, Change change) throws IOException {
        if (!response.headers().getOrDefault("Content-Type", "").startsWith("application/json")
                || !(JSON.readTree(response.body().bytes()) instanceof ObjectNode job)
                || !job.path("batches").isArray()) {
            return response;
        }
        change.apply(job);
        return response.withBody(Body.of(JSON.writeValueAsBytes(job)));
    }

    private static void wrongCounts(ObjectNode job, long delta) {
        batches(job).forEach(batch -> {
            if (batch.path("status").asText().equals("completed")) {
                ((ObjectNode) batch)
                        .put("recordCount", batch.path("recordCount").asLong() + delta);
            }
        });
    }

    private static void status(ObjectNode job, Scenario.JobStatus status) {
        job.put("status", status.status());
        status.message()
                .ifPresent(message -> batches(job)
                        .forEach(batch -> ((ObjectNode) batch)
                                .put("status", status.status())
                                .put("localizedStatus", status.status())
                                .put("recordCount", 0)
                                .put("message", message)
                                .remove(List.of("fileId", "segments"))));
    }

    private static void edit(ObjectNode job, Scenario.EditAnswer edit) throws IOException {
        List<String> steps = new ArrayList<>(List.of(edit.pointer().substring(1).split("/", -1)));
        String last = steps.remove(steps.size() - 1);
        JsonNode value = edit.value().isPresent() ? JSON.readTree(edit.value().get()) : null;
        for (JsonNode holder : holders(job, steps)) {
            if (holder instanceof ObjectNode object) {
                if (value == null) {
                    object.remove(last);
                } else {
                    object.set(last, value);
                }
            } else if (holder instanceof ArrayNode array && last.matches("\\d{1,4}")) {
                edit(array, Integer.parseInt(last), value);
            }
        }
    }

    private static void edit(ArrayNode array, int index, JsonNode value) {
        if (value == null) {
            array.remove(index);
        } else if (index < array.size()) {
            array.set(index, value);
        } else {
            array.add(value);
        }
    }

    private static List<JsonNode> holders(JsonNode from, List<String> steps) {
        List<JsonNode> at = List.of(from);
        for (String step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : at) {
                if (step.equals("*")) {
                    node.forEach(next::add);
                } else {
                    next.add(
                            node.isArray() && step.matches("\\d{1,4}")
                                    ? node.path(Integer.parseInt(step))
                                    : node.path(step));
                }
            }
            at = next;
        }
        return at;
    }

    private static void segments(JsonNode batch, Scenario.EditSegments.Change change) {
        if (!(batch.path("segments") instanceof ArrayNode segments) || segments.isEmpty()) {
            return;
        }
        switch (change) {
            case DROP_LAST -> segments.remove(segments.size() - 1);
            case REPEAT_FIRST -> segments.insert(0, segments.get(0));
            case REVERSE -> {
                ArrayNode reversed = JsonNodeFactory.instance.arrayNode();
                segments.forEach(segment -> reversed.insert(0, segment));
                ((ObjectNode) batch).set("segments", reversed);
            }
        }
    }

    private static void swapFiles(ObjectNode job) {
        ArrayNode batches = batches(job);
        List<JsonNode> files = new ArrayList<>();
        batches.forEach(batch -> files.add(batch.path("fileId")));
        for (int i = 0; i < batches.size(); i++) {
            JsonNode next = files.get((i + 1) % files.size());
            if (batches.get(i).has("fileId") && next.isTextual()) {
                ((ObjectNode) batches.get(i)).set("fileId", next);
            }
        }
    }

    private static ArrayNode batches(ObjectNode job) {
        return (ArrayNode) job.path("batches");
    }
}
