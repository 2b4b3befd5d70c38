package io.github.aquaspec.emulator.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what somebody gives for the fields of an object: the result goes by the catalogue's names. */
final class GivenFields {

    private final Catalogue catalogue;
    private final ObjectType object;

    GivenFields(Catalogue catalogue, ObjectType object) {
        this.catalogue = catalogue;
        this.object = object;
    }

    /** The values, each of them one its field can hold, or null. */
    Map<String, Object> parsed(Map<String, ?> fields) {
        Map<String, Object> parsed = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Field field = object.field(name).orElseThrow(() -> RecordRejected.unknownField(object, name));
            if (parsed.containsKey(field.name())) {
                throw RecordRejected.givenTwice(object, field);
            }
            parsed.put(field.name(), value == null ? null : FieldText.read(object, field, value));
        });
        return parsed;
    }

    /** The values for a change of the record with this id: keys lead to records that live, what must not be null is not. */
    Map<String, Object> ofChange(Connection connection, String id, Map<String, ?> fields) throws SQLException {
        Map<String, Object> parsed = parsed(fields);
        FieldText.read(object, catalogue.keyOf(object, "Id"), id);
        if (!id.equals(parsed.getOrDefault("Id", id))) {
            throw RecordRejected.otherId(object, id, parsed.get("Id"));
        }
        for (Map.Entry<String, Object> entry : parsed.entrySet()) {
            Field field = catalogue.keyOf(object, entry.getKey());
            if (entry.getValue() != null) {
                checkKey(connection, id, field, entry.getValue());
            } else if (!field.nullable()) {
                throw RecordRejected.empty(object, field);
            }
        }
        return parsed;
    }

    private void checkKey(Connection connection, String id, Field field, Object value) throws SQLException {
        if (field.target().isPresent()) {
            ObjectType target = catalogue.target(field);
            boolean itself = target.equals(object) && value.equals(id);
            if (!itself && !new Rows(connection, target).lives(value)) {
                throw RecordRejected.noTarget(object, field, target, value);
            }
        }
    }
}
