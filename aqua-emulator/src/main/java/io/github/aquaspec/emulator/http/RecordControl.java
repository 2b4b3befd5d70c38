package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.data.RecordRejected;
import io.github.aquaspec.emulator.data.Records;
import io.github.aquaspec.emulator.data.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /emulator/records/…}: what the records are, and how they change. */
final class RecordControl {

    private static final String EXAMPLE = "{\"Name\": \"Smith & Co\"}";
    private static final int USUAL_LIMIT = 20;
    private static final String LIMIT = "limit";

    private final Records records;

    RecordControl(Records records) {
        this.records = records;
    }

    /** Some records: parameters are fields and their values, and {@code limit}. */
    Response find(Request request, String object) {
        Map<String, String> where = request.parameters();
        int limit = limit(Optional.ofNullable(where.remove(LIMIT)));
        return shown(records.find(object, where, limit));
    }

    Response one(String object, String id) {
        List<StoredRecord> found = records.find(object, Map.of("Id", id), 1);
        if (found.isEmpty()) {
            throw new ControlFailure(404, "there is no " + object + " with the id \"" + id + "\"; PUT inserts it");
        }
        return Response.json(200, json(found.get(0)));
    }

    /** Inserts the record in the body, or each of a list; the first that is refused ends it, those before it stay. */
    Response insert(Request request, String object) {
        JsonNode body = ControlJson.read(request, EXAMPLE + " or a list of such");
        ObjectNode json = ControlJson.object();
        ArrayNode ids = json.putArray("ids");
        if (body instanceof ObjectNode record) {
            ids.add(records.insert(object, fields(record)));
        } else if (body.isArray()) {
            List<Map<String, Object>> all = new ArrayList<>();
            body.forEach(record -> all.add(fields(record)));
            for (Map<String, Object> record : all) {
                ids.add(inserted(object, record, ids.size(), all.size()));
            }
        } else {
            throw new ControlFailure(400, "the body is a record, such as " + EXAMPLE + ", or a list of such");
        }
        return Response.json(200, json);
    }

    private String inserted(String object, Map<String, Object> record, int before, int all) {
        try {
            return records.insert(object, record);
        } catch (RecordRejected e) {
            String stay = before == 0 ? "none is inserted" : "the " + before + " before it are inserted and stay";
            throw new ControlFailure(
                    e.isUnknown() ? 404 : 400,
                    "record " + (before + 1) + " of " + all + ": " + e.getMessage() + "; " + stay);
        }
    }

    Response put(Request request, String object, String id) {
        Records.Outcome outcome = records.put(object, id, fields(ControlJson.objectOf(request, EXAMPLE)));
        return done(id, outcome.name().toLowerCase(Locale.ROOT));
    }

    Response update(Request request, String object, String id) {
        records.update(object, id, fields(ControlJson.objectOf(request, EXAMPLE)));
        return done(id, "updated");
    }

    Response delete(String object, String id) {
        return done(id, records.delete(object, id) ? "deleted" : "unchanged");
    }

    private static Response done(String id, String outcome) {
        return Response.json(200, ControlJson.object().put("id", id).put("outcome", outcome));
    }

    private static Response shown(List<StoredRecord> found) {
        ObjectNode json = ControlJson.object();
        ArrayNode list = json.putArray("records");
        found.forEach(record -> list.add(json(record)));
        return Response.json(200, json);
    }

    private static ObjectNode json(StoredRecord record) {
        ObjectNode json = ControlJson.object();
        record.fields().forEach(json::putPOJO);
        record.deletedAt().ifPresent(at -> json.put("deletedAt", at.toString()));
        return json;
    }

    private static Map<String, Object> fields(JsonNode record) {
        if (!record.isObject()) {
            throw new ControlFailure(400, "a record is an object, such as " + EXAMPLE + ", not " + record);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        record.properties().forEach(e -> fields.put(e.getKey(), value(e.getKey(), e.getValue())));
        return fields;
    }

    private static Object value(String name, JsonNode value) {
        if (!value.isValueNode()) {
            throw new ControlFailure(400, name + " is a text, a number, true, false or null, not " + value);
        }
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.decimalValue() : value.asText();
    }

    private static int limit(Optional<String> text) {
        if (text.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (!text.get().matches("[1-9]\\d{0,5}")) {
            throw new ControlFailure(400, "limit is a number from 1 to 999999, not \"" + text.get() + '"');
        }
        return Integer.parseInt(text.get());
    }
}
